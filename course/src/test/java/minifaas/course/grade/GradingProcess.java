package minifaas.course.grade;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import minifaas.course.grade.report.Format;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;

/** A run with a judge that decides by a number in the submission; as a process, it can be killed. */
final class GradingProcess {
    private static final int AT_ONCE = 2;
    private static final long LONGEST_END_MS = 20_000;

    private GradingProcess() {}

    /**
     * Takes the folders of the course, of submissions and of results, a file, and after how many verdicts the file is made
     * and nothing goes on.
     */
    public static void main(String[] places) throws Exception {
        Path sign = Path.of(places[3]);
        var left = new AtomicInteger(Integer.parseInt(places[4]));
        var never = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        // a process that is told to end shows what its run says to that
        Runtime.getRuntime().addShutdownHook(new Thread(() -> joined(main)));
        grade(Lab.of(Path.of(places[0]), 1), Path.of(places[1]), Path.of(places[2]), verdict -> {
            if (left.getAndDecrement() > 1) return;
            try {
                if (left.get() == 0) Files.createFile(sign);
                never.await();
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static void joined(Thread thread) {
        try {
            thread.join(LONGEST_END_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    static List<Graded> grade(Lab lab, Path all, Path out) throws Exception {
        return grade(lab, all, out, verdict -> {});
    }

    private static List<Graded> grade(Lab lab, Path all, Path out, Consumer<TestResult> told) throws Exception {
        Judge judge = (sources, work, ended) -> {
            int number = Integer.parseInt(Files.readString(sources.resolve("minifaas/sample/Till.java"))
                    .replaceAll("\\D", ""));
            var failed = new ArrayList<TestResult>();
            for (int i = 0; i < Samples.TESTS.size(); i++) {
                boolean passes = (number >> i & 1) == 1;
                var result = new TestResult(Samples.TESTS.get(i), passes ? Status.PASSED : Status.FAILED, "");
                ended.accept(result);
                told.accept(result);
                if (!passes) failed.add(result);
            }
            return new LabResult(lab.chapter(), 1, List.of(), Samples.results(failed), List.of());
        };
        List<Submission> submissions = Submissions.in(all, out);
        try (var run = new GradingRun(out);
                var progress =
                        new ProgressLines(new PrintStream(OutputStream.nullOutputStream()), submissions.size())) {
            List<Graded> graded =
                    run.grade(lab, Samples.PROTECTED, Samples.unjudged(), judge, submissions, AT_ONCE, progress);
            Format.CSV.write(graded, out);
            return graded;
        }
    }
}

package minifaas.course.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.kernel.FileTree;

/** Grades one submission, unless an earlier run has done so on the same basis. */
final class Grader {
    private final Lab lab;
    private final Basis basis;
    private final List<ExerciseGrade> unjudged;
    private final Judge judge;
    private final Intake intake;
    private final ResultFiles files;
    private final Path work;
    private final Clock clock;

    /**
     * @param unjudged the lab's exercises with all their tests
     * @param work folder for what grading needs on disk
     */
    Grader(Lab lab, Basis basis, List<ExerciseGrade> unjudged, Judge judge, ResultFiles files, Path work, Clock clock)
            throws IOException {
        this.lab = lab;
        this.basis = basis;
        this.unjudged = List.copyOf(unjudged);
        this.judge = judge;
        this.files = files;
        this.work = work;
        this.clock = clock;
        intake = new Intake(lab);
    }

    Graded grade(Submission submission) throws IOException, InterruptedException {
        Path own = work.resolve(submission.id());
        try {
            Path sources = own.resolve("sources");
            Taken taken = intake.take(submission, sources);
            String whyAgain;
            try {
                Optional<SubmissionResult> earlier = files.read(submission);
                whyAgain = earlier.map(result -> whyAgain(result, taken)).orElse("");
                if (earlier.isPresent() && whyAgain.isEmpty())
                    return new Graded(submission, earlier.get(), "kept from an earlier run");
            } catch (IOException notAResult) {
                whyAgain = notAResult.getMessage();
            }
            String remark = whyAgain.isEmpty() ? "" : "graded again: " + whyAgain;
            return new Graded(submission, judged(submission, taken, sources, own.resolve("work")), remark);
        } finally {
            FileTree.delete(own);
        }
    }

    /** Why a result does not stand; empty when it does. */
    private String whyAgain(SubmissionResult earlier, Taken taken) {
        if (earlier.lab() != lab.chapter().number()) return "the result was of lab " + earlier.lab();
        if (!earlier.done()) return "it was not graded to the end";
        if (!earlier.digest().equals(taken.digest())) return "the submission has changed";
        return earlier.basis().differenceTo(basis).orElse("");
    }

    private SubmissionResult judged(Submission submission, Taken taken, Path sources, Path folder)
            throws IOException, InterruptedException {
        var sheet = new ScoreSheet(submission, blank(submission, taken), files, clock);
        if (taken.isRefused()) return sheet.refuse(taken.problem());
        LabResult result;
        try {
            result = judge.judge(sources, folder, sheet::add);
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            // one submission must not end the run, and what is read of it may do anything to a parser
            sheet.checkWritten();
            return sheet.abandon("it could not be judged: " + failed);
        }
        return sheet.close(result, problem -> problem.below(sources).toString());
    }

    private SubmissionResult blank(Submission submission, Taken taken) {
        return new SubmissionResult(
                SubmissionResult.SCHEMA,
                lab.chapter().number(),
                lab.chapter().title(),
                submission.name(),
                taken.digest(),
                basis,
                unjudged,
                taken.notes(),
                List.of(),
                clock.instant().toString(),
                0,
                false);
    }
}

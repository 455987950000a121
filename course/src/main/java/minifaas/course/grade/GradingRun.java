package minifaas.course.grade;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import minifaas.course.lab.Lab;
import minifaas.kernel.FileTree;

/**
 * Grades all submissions, several side by side, into a folder. Whatever ends it, the folder has whole files, and a second
 * run goes on where this one was.
 */
public final class GradingRun implements AutoCloseable {
    private static final long LAST_SECONDS = 10;
    /** In a folder that may have others' files; not a name that somebody would choose. */
    private static final String WORK = ".minifaas-work";

    private final Path out;
    private final FileChannel lockFile;
    private final Path work;

    /**
     * Takes a folder for the results.
     *
     * @throws IOException when it can't be written, or another run writes there
     */
    public GradingRun(Path out) throws IOException {
        this.out = out.toAbsolutePath().normalize();
        lockFile = locked(this.out);
        work = this.out.resolve(WORK);
        FileTree.delete(work);
    }

    private static FileChannel locked(Path out) throws IOException {
        try {
            Files.createDirectories(out);
            // stays open for as long as the run goes on
            FileChannel file = new RandomAccessFile(out.resolve(".lock").toFile(), "rw").getChannel();
            if (isMine(file)) return file;
            file.close();
        } catch (IOException failure) {
            throw new IOException("the results can't be written to " + out + ": " + failure, failure);
        }
        throw new IOException("another run writes its results to " + out);
    }

    private static boolean isMine(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    /**
     * Grades submissions.
     *
     * @param unjudged the lab's exercises with all their tests
     * @param atOnce how many are graded side by side
     * @return what became of each, in their order
     * @throws IOException when results can't be written
     */
    public List<Graded> grade(
            Lab lab,
            Basis basis,
            List<ExerciseGrade> unjudged,
            Judge judge,
            List<Submission> submissions,
            int atOnce,
            Progress progress)
            throws IOException, InterruptedException {
        var files = new ResultFiles(out.resolve("submissions"));
        var grader = new Grader(lab, basis, unjudged, judge, files, work, Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        // Ctrl-C ends the JVM, and this thread with it: what the judges have started must end as well
        var stop = new Thread(() -> end(threads));
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            List<Callable<Graded>> tasks = submissions.stream()
                    .<Callable<Graded>>map(submission -> () -> {
                        Graded graded = grader.grade(submission);
                        synchronized (progress) {
                            progress.graded(graded);
                        }
                        return graded;
                    })
                    .toList();
            return results(tasks.stream().map(threads::submit).toList());
        } finally {
            end(threads);
            remove(stop);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook runs already, and there is nothing to remove
        }
    }

    private static List<Graded> results(List<Future<Graded>> running) throws IOException, InterruptedException {
        var results = new ArrayList<Graded>();
        for (Future<Graded> each : running) {
            try {
                results.add(each.get());
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof IOException disk) throw disk;
                if (failed.getCause() instanceof InterruptedException stopped) throw stopped;
                throw new IllegalStateException(failed.getCause());
            }
        }
        return results;
    }

    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(work);
        lockFile.close();
    }
}

package minifaas.course.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A JVM that runs tests, seen from the one that started it. */
public interface RunningTests extends AutoCloseable {
    /** Waits for the next event; gives none when nothing happened in time. */
    Optional<TestEvent> next(Duration limit) throws IOException, InterruptedException;

    /** Waits for the end of the JVM, and tells the status that it ended with. */
    int status() throws InterruptedException;

    /** Ends the JVM and what it started. */
    @Override
    void close();

    /** Starts such JVMs. */
    @FunctionalInterface
    interface Start {
        /**
         * Starts one.
         *
         * @param plan of the tests that it is to run
         */
        RunningTests with(TestPlan plan) throws IOException;
    }
}

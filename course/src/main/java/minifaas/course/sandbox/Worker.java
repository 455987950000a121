package minifaas.course.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A running JVM with a student's classes. */
public interface Worker extends AutoCloseable {
    /** Its standard input. */
    OutputStream input();

    /** Its standard output, which ends when the process does. */
    InputStream output();

    /** What it has printed on standard error until now, up to the limit. */
    String printed();

    /** Why the sandbox ended it, such as {@code it used more than 512 MiB of memory}; empty when it did not. */
    Optional<String> endedBySandbox();

    /** Ends it and everything that it started, and waits until all of it is gone. */
    @Override
    void close();
}

package minifaas.course.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import minifaas.course.sandbox.Worker;

/** A worker that says nothing, and that cannot be ended. */
final class UnendableWorker implements Worker {
    @Override
    public OutputStream input() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream output() {
        return InputStream.nullInputStream();
    }

    @Override
    public String printed() {
        return "";
    }

    @Override
    public Optional<String> endedBySandbox() {
        return Optional.empty();
    }

    @Override
    public void close() {
        throw new UncheckedIOException(new IOException("can't be ended"));
    }
}

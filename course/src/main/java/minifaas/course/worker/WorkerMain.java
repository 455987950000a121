package minifaas.course.worker;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import minifaas.course.wire.Frames;
import minifaas.course.wire.Link;

/**
 * The main class of the worker. Frames come on its standard input and leave on its standard output, which the student's
 * code does not see: what that prints goes to the standard error stream.
 */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        var input = new BufferedInputStream(System.in);
        var output = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        Executor threads = Executors.newCachedThreadPool(WorkerMain::thread);
        var outgoing = new Link.Outgoing(frame -> send(output, frame), threads, WorkerMain::end);
        Link link = Link.ofWorker(new StudentCalls(), outgoing);
        for (Optional<byte[]> frame = Frames.read(input); frame.isPresent(); frame = Frames.read(input))
            link.received(frame.get());
        // not exit: threads and shutdown hooks of the student's code have no say
        Runtime.getRuntime().halt(0);
    }

    private static void send(OutputStream output, byte[] frame) {
        synchronized (output) {
            try {
                Frames.write(output, frame);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static void end(String why) {
        System.err.println(why);
        Runtime.getRuntime().halt(1);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "call");
        thread.setDaemon(true);
        return thread;
    }
}

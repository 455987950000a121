package minifaas.course.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import minifaas.course.sandbox.Worker;
import minifaas.course.wire.Frames;
import minifaas.course.wire.MalformedException;
import minifaas.kernel.Threads;

/** A worker whose frames are passed on to the judge, and the judge's to it. */
final class RelayedWorker implements AutoCloseable {
    private final int number;
    private final Worker worker;
    private final DataOutputStream toJudge;

    RelayedWorker(int number, Worker worker, DataOutputStream toJudge) {
        this.number = number;
        this.worker = worker;
        this.toJudge = toJudge;
        Threads.daemon("worker-" + number, this::listen).start();
    }

    /** Whether a message of the judge is about this worker, and not about one before it. */
    boolean isMeantBy(Message message) {
        return message.worker() == number;
    }

    /** Passes a frame on; one that is gone gets none, which the judge is told anyway. */
    void send(Message message) {
        try {
            Frames.write(worker.input(), message.content());
        } catch (IOException gone) {
            worker.close();
        }
    }

    private void listen() {
        String why = "the code's process could not be followed to its end";
        try {
            why = ended();
        } catch (IOException judgeIsGone) {
            worker.close();
        } finally {
            tellEnd(why); // whatever failed: a judge that is told nothing waits
        }
    }

    private void tellEnd(String why) {
        try {
            tell(Message.Kind.ENDED, why.getBytes(UTF_8));
        } catch (IOException judgeIsGone) {
            worker.close();
        }
    }

    /** Passes all frames on, until there are no more; says why. */
    private String ended() throws IOException {
        try {
            var output = new BufferedInputStream(worker.output());
            for (Optional<byte[]> frame = read(output); frame.isPresent(); frame = read(output))
                tell(Message.Kind.FRAME, frame.get());
        } catch (MalformedException malformed) {
            worker.close();
            return "the code's process gave a malformed answer: " + malformed.getMessage();
        }
        worker.close();
        return "the code's process ended during this test"
                + worker.endedBySandbox().map(why -> ": " + why).orElse("");
    }

    /** A stream that fails has ended: the process is gone. */
    private static Optional<byte[]> read(BufferedInputStream output) {
        try {
            return Frames.read(output);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void tell(Message.Kind kind, byte[] content) throws IOException {
        new Message(kind, number, content).write(toJudge);
    }

    @Override
    public void close() {
        worker.close();
    }
}

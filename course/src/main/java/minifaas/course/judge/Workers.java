package minifaas.course.judge;

import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestEvent;
import minifaas.course.lab.TestResult;
import minifaas.course.wire.ConnectionLostException;
import minifaas.course.wire.Link;

/**
 * The judge's workers: one at a time. When it is lost during a test, the test has failed, whatever the test says itself;
 * the next test gets a new one.
 */
final class Workers {
    /** The calls of a student's own threads that the judge serves at one time. */
    private static final int MOST_THREADS = 64;

    private final Consumer<Message> grader;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Workers::thread);

    // guarded by this
    private int number;
    private int test;
    private Optional<Link> link = Optional.empty();
    private boolean isUsed;
    private Optional<Loss> loss = Optional.empty();

    private record Loss(Status status, String why) {}

    /** @param grader takes what is to be sent to it */
    Workers(Consumer<Message> grader) {
        this.grader = grader;
    }

    /** Has a worker started, so that the first test need not wait for it. */
    synchronized void start() {
        int its = ++number;
        var outgoing = new Link.Outgoing(
                frame -> grader.accept(new Message(Message.Kind.FRAME, its, frame)),
                threads,
                why -> lost(its, Status.FAILED, "the code's process gave a malformed answer: " + why));
        link = Optional.of(Link.ofJudge(type -> type.isAnnotationPresent(Stub.class), Remote::adopt, outgoing));
        grader.accept(new Message(Message.Kind.START, its, new byte[0]));
    }

    /**
     * The connection for the test that runs.
     *
     * @throws ConnectionLostException when the worker was lost during this test
     */
    synchronized Link link() {
        if (loss.isPresent()) throw new ConnectionLostException(loss.get().why());
        if (link.isEmpty()) start();
        isUsed = true;
        return link.get();
    }

    /** A frame from a worker has arrived. */
    void received(int worker, byte[] frame) {
        Optional<Link> its;
        synchronized (this) {
            its = worker == number ? link : Optional.empty();
        }
        its.ifPresent(open -> open.received(frame));
    }

    /** A worker is gone. */
    void ended(int worker, String why) {
        lost(worker, Status.FAILED, why);
    }

    /** The number of the test that runs, or comes next. */
    synchronized int test() {
        return test;
    }

    /**
     * A test has overrun its time; nothing happens when it has ended meanwhile.
     *
     * @param overrun the number of the test
     * @param running the thread that it runs in, which is interrupted
     */
    void overran(int overrun, Thread running, String why) {
        int worker;
        Optional<Link> its;
        synchronized (this) {
            if (overrun != test) return;
            worker = number;
            its = link;
            link = Optional.empty();
            // the test has failed, even when it waits for nothing but itself
            if (loss.isEmpty()) loss = Optional.of(new Loss(Status.DID_NOT_END, why));
            running.interrupt();
        }
        its.ifPresent(open -> end(worker, open, why));
    }

    private void lost(int worker, Status status, String why) {
        Link its;
        synchronized (this) {
            if (worker != number || link.isEmpty()) return;
            its = link.get();
            link = Optional.empty();
            if (isUsed && loss.isEmpty()) loss = Optional.of(new Loss(status, why));
        }
        end(worker, its, why);
    }

    private void end(int worker, Link its, String why) {
        its.close(why);
        grader.accept(new Message(Message.Kind.STOP, worker, new byte[0]));
    }

    /** A test has ended: says how, and makes sure that nothing of it is left. */
    synchronized TestEvent judged(TestResult said) {
        TestEvent event = loss.map(lost -> TestEvent.lost(new TestResult(said.test(), lost.status(), lost.why())))
                .orElseGet(() -> TestEvent.ended(said));
        loss = Optional.empty();
        isUsed = false;
        test++;
        link.ifPresent(Link::endTest);
        return event;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "call-of-a-worker");
        thread.setDaemon(true);
        return thread;
    }
}

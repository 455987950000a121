package minifaas.course.wire;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import minifaas.kernel.Threads;

/**
 * One end of the connection between a judge and a worker: it calls the other side, and serves the other side's calls.
 *
 * <p>Whoever makes it passes it the frames that arrive, in their order, and says when there will be no more.
 */
public final class Link {
    private final boolean isJudge;
    private final Function<Class<?>, Object> adopting;
    private final Forms forms;
    private final Handles handles = new Handles();
    private final Futures futures = new Futures(this);
    private final Conversations conversations;

    private Link(
            boolean isJudge,
            Predicate<Class<?>> isKept,
            Function<Class<?>, Object> adopting,
            MemberCalls members,
            Outgoing outgoing) {
        this.isJudge = isJudge;
        this.adopting = adopting;
        this.forms = new Forms(isKept);
        this.conversations = new Conversations(this, isJudge ? 1 : -1, new HandleCalls(this, members)::serve, outgoing);
    }

    /**
     * What leaves.
     *
     * @param frames takes the frames that leave
     * @param threads run the calls that the other side's own threads begin; a full pool may refuse
     * @param broken is told why, as soon as something malformed arrives
     */
    public record Outgoing(Consumer<byte[]> frames, Executor threads, Consumer<String> broken) {}

    /**
     * The judge's end, which believes nothing.
     *
     * @param isStub whether the objects of a class are in the worker
     * @param adopting makes a stub for an object of the worker
     */
    public static Link ofJudge(Predicate<Class<?>> isStub, Function<Class<?>, Object> adopting, Outgoing outgoing) {
        return new Link(true, isStub, adopting, MemberCalls.NONE, outgoing);
    }

    /** The worker's end, where the students' classes are. */
    public static Link ofWorker(MemberCalls members, Outgoing outgoing) {
        Predicate<Class<?>> ours = type -> type.getName().startsWith("minifaas.");
        return new Link(
                false,
                ours,
                type -> {
                    throw new CannotCrossException("an object of " + type.getName() + " cannot come from the tests");
                },
                members,
                outgoing);
    }

    boolean isJudge() {
        return isJudge;
    }

    Object adopt(Class<?> type) {
        return adopting.apply(type);
    }

    public Forms forms() {
        return forms;
    }

    public Handles handles() {
        return handles;
    }

    Futures futures() {
        return futures;
    }

    /** An empty frame. */
    public ValueWriter writer() {
        return new ValueWriter(this);
    }

    /**
     * Calls the other side, waits for its answer and reads it. Meanwhile this thread serves what the other side calls in
     * the course of it.
     *
     * @throws ConnectionLostException when the other side is gone
     * @throws MalformedException when the answer is not of that form; nobody listens to the other side any more then
     */
    public Object call(ValueWriter call, Function<ValueReader, Object> reading) {
        ValueReader answer = conversations.call(call.frame());
        try {
            Object value = reading.apply(answer);
            answer.end();
            return value;
        } catch (MalformedException malformed) {
            throw conversations.broken(malformed);
        }
    }

    /** Calls the other side, which has nothing to tell but that it is done. */
    void call(ValueWriter call) {
        call(call, answer -> null);
    }

    /** A frame has arrived. */
    public void received(byte[] frame) {
        conversations.received(frame);
    }

    /** Tells the other side that a test has ended, and forgets all that the test used. */
    public void endTest() {
        forget();
        conversations.sendForget();
    }

    void forget() {
        handles.forget();
        futures.forget();
    }

    /**
     * There will be no more frames: every call that waits fails, and every later one does, and so does every future that
     * the other side could still have completed.
     */
    public void close(String why) {
        conversations.close(why);
        // what waits for the futures may take its time, and whoever closes has more to do
        Threads.daemon("lost-futures", () -> futures.fail(why)).start();
    }
}

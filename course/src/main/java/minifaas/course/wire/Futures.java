package minifaas.course.wire;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Keeps the futures of both sides in step. */
final class Futures {
    private final Link link;
    private final Map<Long, End> mine = new ConcurrentHashMap<>();
    private final Map<Long, End> theirs = new ConcurrentHashMap<>();

    /**
     * This side's end of a pair of futures.
     *
     * @param isSettled whether it is known which of the two completed first
     */
    private record End(CompletableFuture<Object> future, FutureForm form, AtomicBoolean isSettled) {}

    Futures(Link link) {
        this.link = link;
    }

    /** A future of this side was offered. */
    void mine(long number, CompletableFuture<?> future, Form result) {
        @SuppressWarnings("unchecked") // of its declared type, in whose form the results are
        var any = (CompletableFuture<Object>) future;
        mine.putIfAbsent(number, new End(any, new FutureForm(result), new AtomicBoolean()));
    }

    /** A future stands for one of the other side; false when that was known. */
    boolean theirs(long number, CompletableFuture<Object> future, FutureForm form) {
        return theirs.putIfAbsent(number, new End(future, form, new AtomicBoolean())) == null;
    }

    /** Asks the other side to say when its future completes, and says when the one that stands for it does. */
    void follow(long number) {
        End end = theirs.get(number);
        end.future().whenComplete((done, failure) -> tell(false, number, end, done, failure));
        link.call(link.writer().octet(Target.FOLLOW.ordinal()).number(number));
    }

    /** Serves {@link #follow}. */
    void followed(ValueReader call) {
        long number = call.longNumber();
        call.end();
        End end = existing(mine, number);
        end.future().whenComplete((done, failure) -> tell(true, number, end, done, failure));
    }

    private void tell(boolean isMine, long number, End end, Object done, Throwable failure) {
        if (!end.isSettled().compareAndSet(false, true)) return;
        ValueWriter call =
                link.writer().octet(Target.COMPLETE.ordinal()).flag(isMine).number(number);
        link.call(end.form().writeEnd(done, failure, call));
    }

    /** The other side's end has completed. */
    void complete(ValueReader call) {
        boolean isTheirs = call.flag();
        End end = existing(isTheirs ? theirs : mine, call.longNumber());
        var read = new CompletableFuture<Object>();
        if (!end.form().readEnd(call, read)) throw new MalformedException("a future completes and is pending");
        call.end();
        if (end.isSettled().compareAndSet(false, true))
            read.whenComplete((done, failure) -> complete(end.future(), done, failure));
    }

    private static void complete(CompletableFuture<Object> future, Object done, Throwable failure) {
        if (failure == null) future.complete(done);
        else future.completeExceptionally(failure);
    }

    /** The other side is gone: none of its ends will say any more that it has completed. */
    void fail(String why) {
        Stream.of(mine, theirs)
                .flatMap(ends -> ends.values().stream())
                .filter(end -> end.isSettled().compareAndSet(false, true))
                .forEach(end -> end.future().completeExceptionally(new ConnectionLostException(why)));
    }

    void forget() {
        mine.clear();
        theirs.clear();
    }

    private static End existing(Map<Long, End> ends, long number) {
        End end = ends.get(number);
        if (end == null) throw new IllegalStateException("this belongs to a test that has ended");
        return end;
    }
}

package minifaas.course.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A future. It stays where it is, and the other side has one that stands for it: whichever completes first completes the
 * other one before it goes on, so that both sides always see the same.
 */
record FutureForm(Form result) implements Form {
    private enum State {
        PENDING,
        DONE,
        FAILED
    }

    @Override
    public void write(Object value, ValueWriter output) {
        CompletableFuture<?> future = ((CompletionStage<?>) value).toCompletableFuture();
        Link link = output.link();
        long theirs = link.handles().numberOfTheirs(future);
        output.flag(theirs != 0);
        if (theirs != 0) {
            output.number(theirs);
            return;
        }
        long number = link.handles().offer(future, CompletableFuture.class);
        link.futures().mine(number, future, result);
        output.number(number);
        if (!future.isDone()) {
            output.octet(State.PENDING.ordinal());
            return;
        }
        Throwable failure = future.handle((done, thrown) -> thrown).join();
        writeEnd(failure == null ? future.join() : null, failure, output);
    }

    /** How a future has completed; this is also what is sent when it completes later. */
    ValueWriter writeEnd(Object done, Throwable failure, ValueWriter output) {
        return failure == null
                ? output.octet(State.DONE.ordinal()).value(result, done)
                : output.octet(State.FAILED.ordinal())
                        .value(output.link().forms().of(Throwable.class), failure);
    }

    @Override
    public Object read(ValueReader input) {
        Link link = input.link();
        boolean comesHome = input.flag();
        long number = input.longNumber();
        Object known = comesHome
                ? link.handles().mine(number).object()
                : link.handles().theirs(number, CompletableFuture::new);
        if (!(known instanceof CompletableFuture<?>)) throw new MalformedException("an object that is no future");
        if (comesHome) return known;
        @SuppressWarnings("unchecked") // made above, and completed with what the declared type allows
        var standIn = (CompletableFuture<Object>) known;
        boolean isNew = link.futures().theirs(number, standIn, this);
        if (!readEnd(input, standIn) && isNew) link.futures().follow(number);
        return standIn;
    }

    /** Completes a future as it was sent; false when it was sent as pending. */
    boolean readEnd(ValueReader input, CompletableFuture<Object> future) {
        int state = input.octet();
        if (state == State.PENDING.ordinal()) return false;
        if (state == State.DONE.ordinal()) future.complete(input.value(result));
        else if (state == State.FAILED.ordinal())
            future.completeExceptionally(
                    (Throwable) input.value(input.link().forms().of(Throwable.class)));
        else throw new MalformedException("no state of a future: " + state);
        return true;
    }
}

package minifaas.course.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import minifaas.function.RegistryException;
import minifaas.kernel.Clock;
import minifaas.kernel.NotWrittenYet;
import minifaas.shop.OwnOfAStudent;

/** What the worker has, for tests of the connection. */
@SuppressWarnings("unused") // called by name
final class WorkersCode {
    /** After which a clock rings here. */
    static final Duration SECOND = Duration.ofSeconds(1);

    private static Supplier<String> kept;

    static Clock.Timer ring(Clock clock, Runnable bell) {
        return clock.after(SECOND, () -> bell.run());
    }

    static void cancel(Clock.Timer timer) {
        timer.cancel();
    }

    static boolean isTheSame(Runnable one, Runnable other) {
        return one == other && one.equals(other) && one.hashCode() == other.hashCode();
    }

    static Supplier<String> home(Supplier<String> visitor) {
        return visitor;
    }

    static Predicate<String> isShort(Predicate<String> also) {
        return also.and(text -> text.length() < 3);
    }

    static int deep(UnaryOperator<Integer> step, int value) {
        return step.apply(value);
    }

    static CompletableFuture<String> greeting(CompletableFuture<String> name) {
        return name.thenApply(each -> "hello " + each);
    }

    static boolean finish(CompletableFuture<String> future) {
        return future.complete("done there");
    }

    static void fail(String kind) throws Exception {
        switch (kind) {
            case "eof" -> throw new EOFException("the end");
            case "registry" -> throw new RegistryException(RegistryException.Kind.VALIDATION, "bad name");
            case "stub" -> throw new NotWrittenYet("7.1");
            case "assertion" -> throw new AssertionError("seems right to me");
            case "memory" -> throw new OutOfMemoryError("heap");
            case "own" -> throw new OwnException("mine");
            case "student" -> throw new OwnOfAStudent("mine");
            case "date" -> LocalDate.parse("today");
            case "path" -> throw new InvalidPathException("?", "no path");
            default -> throw new IllegalStateException(kind, new IOException("cause"));
        }
    }

    static String caught(Callable<String> thrower) throws Exception {
        try {
            return thrower.call();
        } catch (OutOfMemoryError error) {
            return "memory: " + error.getMessage();
        }
    }

    static void keep(Supplier<String> supplier) {
        kept = supplier;
    }

    static String callKept() throws Exception {
        // a thread of the student's own begins a conversation of its own
        return CompletableFuture.supplyAsync(() -> kept.get()).get();
    }

    static byte[] large(int size) {
        return new byte[size];
    }

    static void withoutForm(Thread thread) {
        thread.interrupt();
    }

    private static final class OwnException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OwnException(String message) {
            super(message);
        }
    }
}

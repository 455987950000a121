package minifaas.kernel;

import java.util.List;
import java.util.function.Consumer;

/** Does what does not depend on each other: a failure of one keeps none of the others from being done. */
public final class Independently {
    private Independently() {}

    /**
     * Tells all listeners, one after the other.
     *
     * @throws RuntimeException or an Error, as {@link #runAll} does
     */
    public static <T> void tell(List<Consumer<T>> listeners, T news) {
        runAll(listeners.stream()
                .<Runnable>map(listener -> () -> listener.accept(news))
                .toList());
    }

    /**
     * Runs all of them, one after the other.
     *
     * @throws RuntimeException or an Error: what the first one that failed threw, with the failures of others as
     *     suppressed
     */
    public static void runAll(List<Runnable> steps) {
        Throwable failure = null;
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException | Error thrown) {
                if (failure == null) failure = thrown;
                else if (thrown != failure) failure.addSuppressed(thrown);
            }
        }
        if (failure instanceof Error error) throw error;
        if (failure != null) throw (RuntimeException) failure;
    }
}

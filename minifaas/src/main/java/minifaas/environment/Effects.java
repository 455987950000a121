package minifaas.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pool has decided to do, and does once it holds no lock; guarded by the pool until it is taken. */
final class Effects {
    private final List<Runnable> effects = new ArrayList<>();

    void add(Runnable effect) {
        effects.add(effect);
    }

    /** Before all else, this is thrown. */
    void addFailure(RuntimeException failure) {
        effects.add(0, () -> {
            throw failure;
        });
    }

    /** All of them, which from now on are the caller's to do. */
    List<Runnable> take() {
        List<Runnable> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    /** What a step throws; empty when it goes well. */
    static Optional<RuntimeException> failureOf(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    /**
     * Runs all of them, since each one concerns another call or environment, and then throws what the first one that
     * failed threw, with the failures of others as suppressed.
     */
    static void runAll(List<Runnable> effects) {
        Throwable failure = null;
        for (Runnable effect : effects) {
            try {
                effect.run();
            } catch (RuntimeException | Error thrown) {
                if (failure == null) failure = thrown;
                else failure.addSuppressed(thrown);
            }
        }
        if (failure instanceof Error error) throw error;
        if (failure != null) throw (RuntimeException) failure;
    }
}

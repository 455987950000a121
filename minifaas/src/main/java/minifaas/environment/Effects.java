package minifaas.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minifaas.kernel.Independently;

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

    /** All of them as one step, which from now on is the caller's to do. */
    Runnable take() {
        List<Runnable> taken = List.copyOf(effects);
        effects.clear();
        return () -> Independently.runAll(taken);
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
}

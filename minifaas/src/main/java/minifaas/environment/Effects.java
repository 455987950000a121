package minifaas.environment;

import java.util.List;

/** What the pool has decided to do, and does once it holds no lock. */
final class Effects {
    private Effects() {}

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

package minifaas.invocation;

/**
 * What a sandbox decided under its lock.
 *
 * @param reply what to answer the runtime
 * @param action what is to be done first, without the lock
 */
record Step<T>(T reply, Runnable action) {
    /** One action after the other. */
    static Runnable inOrder(Runnable first, Runnable second) {
        return () -> {
            first.run();
            second.run();
        };
    }
}

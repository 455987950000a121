package minifaas.environment;

import minifaas.function.FunctionVersion;

/**
 * What a pool knows of one execution environment at one moment; its sandbox is kept beside.
 *
 * @param number which environment it is, unique within its pool
 * @param version the code and the configuration that it was made from
 * @param state where it is in its life
 * @param idleSinceNanos when it became idle last, as a reading of the clock's {@code nanos()}; means nothing before that
 */
record PooledEnvironment(long number, FunctionVersion version, State state, long idleSinceNanos) {
    /** Where an environment is in its life. */
    enum State {
        /** Its runtime initialises. */
        STARTING,
        /** It waits for an invocation, and its processes still run. */
        IDLE,
        /** It waits for an invocation, and its processes are stopped. */
        FROZEN,
        /** One invocation has it. */
        BUSY,
        /** It is being ended, and still has its memory. */
        STOPPING
    }

    /** Whether it was made from exactly this code and this configuration. */
    boolean isOf(FunctionVersion wanted) {
        return version.deployment().equals(wanted.deployment());
    }

    /** What it counts for in the pool's budget, in MiB. */
    int memoryMiB() {
        return version.settings().memorySizeMiB();
    }

    /** The same environment in another state. */
    PooledEnvironment become(State next) {
        return new PooledEnvironment(number, version, next, idleSinceNanos);
    }

    /** The same environment, which has been idle since this reading of the clock. */
    PooledEnvironment idleSince(long nanos) {
        return new PooledEnvironment(number, version, State.IDLE, nanos);
    }
}

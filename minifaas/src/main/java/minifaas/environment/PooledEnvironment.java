package minifaas.environment;

import minifaas.function.FunctionVersion;
import minifaas.invocation.Sandbox;

/** An execution environment as the pool sees it; guarded by the pool. */
final class PooledEnvironment {
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
        /** It is being ended. */
        STOPPING,
        /** Nothing of it is left. */
        DEAD
    }

    private final FunctionVersion version;
    private State state = State.STARTING;
    private Sandbox sandbox;
    private long idleSinceNanos;

    PooledEnvironment(FunctionVersion version) {
        this.version = version;
    }

    FunctionVersion version() {
        return version;
    }

    /** Whether it was made from exactly this code and this configuration. */
    boolean isOf(FunctionVersion wanted) {
        return version.deployment().equals(wanted.deployment());
    }

    int memoryMiB() {
        return version.settings().memorySizeMiB();
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    void become(State next, long nowNanos) {
        state = next;
        idleSinceNanos = nowNanos;
    }

    long idleSinceNanos() {
        return idleSinceNanos;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    void hasSandbox(Sandbox its) {
        sandbox = its;
    }
}

package minifaas.environment;

import java.time.Duration;
import java.util.function.Predicate;
import minifaas.environment.PooledEnvironment.State;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Sandbox;
import minifaas.kernel.NotWrittenYet;

/**
 * How a pool behaves: what it decides of one environment, from what is known of it and the time.
 *
 * @param budgetMiB memory for all environments together, counted by MemorySize, in MiB
 * @param freezeAfter how long an idle environment's processes go on running; zero or more
 * @param keepAlive how long an idle environment is kept
 * @param starts whether a further environment may be started where there is room for it
 * @param isCurrent false for a version whose code or configuration has been replaced since
 */
public record PoolRules(
        int budgetMiB,
        Duration freezeAfter,
        KeepAlivePolicy keepAlive,
        StartPolicy starts,
        Predicate<FunctionVersion> isCurrent) {
    /** What has to be done with an idle environment. */
    enum Step {
        /** Nothing yet. */
        NOTHING,
        /** Its processes are to be stopped. */
        FREEZE,
        /** It is to be ended. */
        STOP
    }

    /** A pool that starts environments as long as there is room. */
    public PoolRules(
            int budgetMiB, Duration freezeAfter, KeepAlivePolicy keepAlive, Predicate<FunctionVersion> isCurrent) {
        this(budgetMiB, freezeAfter, keepAlive, StartPolicy.always(), isCurrent);
    }

    /** The same rules, except that a version is also current while this says so. */
    PoolRules orCurrent(Predicate<FunctionVersion> also) {
        return new PoolRules(budgetMiB, freezeAfter, keepAlive, starts, isCurrent.or(also));
    }

    /**
     * Whether an environment may serve another invocation after this run.
     *
     * <p>It may after its function answered, and after its handler failed and the runtime reported that (a function error
     * of the kind REPORTED). It must not after anything else: a timeout, an exit, a failed initialisation, a run in which
     * nothing ran. And it never may when its version is no longer {@linkplain #isCurrent current}, however the run ended.
     *
     * @param version what the environment was made from
     */
    public boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {
        throw new NotWrittenYet("7.2");
    }

    /**
     * What is due for an environment at this moment.
     *
     * <p>An IDLE one is to be frozen as soon as it has been idle for {@link #freezeAfter}, and is not stopped before
     * that. A FROZEN one is to be stopped as soon as it has been idle, which it still is while it is frozen, for the time
     * that {@link #keepAlive} gives its version. "As soon as" means from this very nanosecond on. For an environment in
     * any other state nothing is ever due.
     *
     * @param nowNanos a reading of the clock's {@code nanos()}: negative ones occur, and of two readings only the
     *     difference means something
     */
    Step due(PooledEnvironment environment, long nowNanos) {
        throw new NotWrittenYet("7.3");
    }

    /** When the next step is due for an idle or frozen environment, as a reading of the clock's {@code nanos()}. */
    long nextStepNanos(PooledEnvironment environment) {
        Duration after = environment.state() == State.IDLE ? freezeAfter : keepAlive.keepAlive(environment.version());
        return environment.idleSinceNanos() + after.toNanos();
    }
}

package minifaas.environment;

import java.time.Duration;
import java.util.function.Predicate;
import minifaas.environment.PooledEnvironment.State;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;

/**
 * How a pool behaves: what it decides of one environment, from what is known of it and the time.
 *
 * @param budgetMiB memory for all environments together, counted by MemorySize, in MiB
 * @param freezeAfter how long an idle environment's processes go on running; zero or more
 * @param keepAlive how long an idle environment is kept
 * @param isCurrent false for a version whose code or configuration has been replaced since
 */
public record PoolRules(
        int budgetMiB, Duration freezeAfter, KeepAlivePolicy keepAlive, Predicate<FunctionVersion> isCurrent) {
    /** What has to be done with an idle environment. */
    enum Step {
        /** Nothing yet. */
        NOTHING,
        /** Its processes are to be stopped. */
        FREEZE,
        /** It is to be ended. */
        STOP
    }

    /** The same rules, except that a version is also current while this says so. */
    PoolRules orCurrent(Predicate<FunctionVersion> also) {
        return new PoolRules(budgetMiB, freezeAfter, keepAlive, isCurrent.or(also));
    }

    /** Whether an environment may serve another invocation after this run. */
    boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {
        if (run.outcome().isEmpty() || !isCurrent.test(version)) return false;
        return !(run.outcome().get() instanceof Outcome.FunctionError error) || error.kind() == Outcome.Kind.REPORTED;
    }

    /** What is due for an environment at this moment; nothing ever for one that is neither idle nor frozen. */
    Step due(PooledEnvironment environment, long nowNanos) {
        boolean isIdle = environment.state() == State.IDLE;
        if (!isIdle && environment.state() != State.FROZEN) return Step.NOTHING;
        if (nowNanos - nextStepNanos(environment) < 0) return Step.NOTHING;
        return isIdle ? Step.FREEZE : Step.STOP;
    }

    /** When the next step is due for an idle or frozen environment, as a reading of the clock's {@code nanos()}. */
    long nextStepNanos(PooledEnvironment environment) {
        Duration after = environment.state() == State.IDLE ? freezeAfter : keepAlive.keepAlive(environment.version());
        return environment.idleSinceNanos() + after.toNanos();
    }
}

package minifaas.invocation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import minifaas.kernel.Clock;

/**
 * One environment's initialisation: from the start of its program until the runtime asks for its first event, or until
 * that has failed; guarded by the sandbox.
 */
final class Initialisation {
    private final Clock clock;
    private final InitializationType type;
    private final Duration limit;
    private long startNanos;
    private Clock.Timer deadline = () -> {};
    private Optional<Duration> unreported = Optional.empty();
    private Optional<Function<Invocation, RuntimeSandbox.Ending>> failure = Optional.empty();

    /** @param timeout of the function */
    Initialisation(Clock clock, InitializationType type, Duration timeout) {
        this.clock = clock;
        this.type = type;
        this.limit = type.limit(timeout);
    }

    /** How long it may take. */
    Duration limit() {
        return limit;
    }

    void begin(Runnable overran) {
        startNanos = clock.nanos();
        deadline = clock.after(limit, overran);
    }

    /**
     * The runtime is ready.
     *
     * @return the line for the log; empty when the first invocation's report will tell how long it took
     */
    String succeed() {
        Duration duration = clock.since(startNanos);
        deadline.cancel();
        if (type == InitializationType.PROVISIONED_CONCURRENCY) return ReportLines.initReport(duration);
        unreported = Optional.of(duration);
        return "";
    }

    /**
     * It ended badly, and so will every invocation.
     *
     * @return the line for the log
     */
    String fail(String errorType, Function<Invocation, RuntimeSandbox.Ending> why) {
        Duration duration = clock.since(startNanos);
        unreported = Optional.of(duration);
        cannotBegin(why);
        return ReportLines.initReport(duration, errorType);
    }

    /** There is no program to initialise, and every invocation ends like this. */
    void cannotBegin(Function<Invocation, RuntimeSandbox.Ending> why) {
        failure = Optional.of(why);
        deadline.cancel();
    }

    /** The environment is gone, however far it came. */
    void abandon() {
        deadline.cancel();
    }

    Optional<Function<Invocation, RuntimeSandbox.Ending>> failure() {
        return failure;
    }

    /** Whether the environment's first invocation is still to be reported. */
    boolean isUnreported() {
        return unreported.isPresent();
    }

    /** How long it took, for the report of the first invocation; empty for all others. */
    Optional<Duration> report() {
        var duration = unreported;
        unreported = Optional.empty();
        return duration;
    }
}

package minifaas.environment;

import java.time.Duration;
import minifaas.function.FunctionVersion;

/** Decides how long an environment that nobody uses is kept. */
@FunctionalInterface
public interface KeepAlivePolicy {
    /** How long an idle environment of this version waits for a next invocation before it is let go. */
    Duration keepAlive(FunctionVersion version);

    /** The same for every function. */
    static KeepAlivePolicy always(Duration duration) {
        return version -> duration;
    }
}

package minifaas.aws;

import java.util.Map;

/**
 * What the platform is doing at one moment, for {@code faas watch}.
 *
 * @param environments how many there are in each state (STARTING, IDLE, FROZEN, BUSY, STOPPING); a state without any
 *     may be missing
 * @param running invocations that run
 * @param queued events that wait to be delivered or are being delivered
 * @param throttled calls that were throttled since the server started
 */
public record PlatformState(Map<String, Long> environments, long running, long queued, long throttled) {}

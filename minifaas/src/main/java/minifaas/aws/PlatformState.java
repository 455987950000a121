package minifaas.aws;

import java.util.Map;

/**
 * What the platform is doing at one moment, for {@code faas watch}.
 *
 * <p>A number stays 0 before the chapter from which on it counts.
 *
 * @param environments how many there are in each state (STARTING, IDLE, FROZEN, BUSY, STOPPING); a state without any
 *     may be missing; from chapter 7 on
 * @param running invocations that run; from chapter 8 on
 * @param queued events that wait to be delivered or are being delivered; from chapter 9 on
 * @param throttled calls that were throttled since the server started, by a limit or for want of an environment; from
 *     chapter 7 on
 * @param spilledOver calls of provisioned versions that went to the pool since the server started; from chapter 8 on
 */
public record PlatformState(
        Map<String, Long> environments, long running, long queued, long throttled, long spilledOver) {}

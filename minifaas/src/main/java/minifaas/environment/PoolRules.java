package minifaas.environment;

import java.time.Duration;
import java.util.function.Predicate;
import minifaas.function.FunctionVersion;

/**
 * How a pool behaves.
 *
 * @param budgetMiB memory for all environments together, counted by MemorySize, in MiB
 * @param freezeAfter how long an idle environment's processes go on running
 * @param keepAlive how long an idle environment is kept
 * @param isCurrent false for a version whose code or configuration has been replaced since
 */
public record PoolRules(
        int budgetMiB, Duration freezeAfter, KeepAlivePolicy keepAlive, Predicate<FunctionVersion> isCurrent) {}

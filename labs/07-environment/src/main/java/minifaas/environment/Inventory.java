package minifaas.environment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import minifaas.environment.PooledEnvironment.State;
import minifaas.function.FunctionVersion;
import minifaas.kernel.NotWrittenYet;

/**
 * Which environments there are, which of them are idle, and how much of the memory they have.
 *
 * <p>It only decides and keeps count: what it names is started, frozen and stopped by the pool, which also guards it.
 */
final class Inventory {
    private final int budgetMiB;
    private final Map<Long, PooledEnvironment> all = new LinkedHashMap<>();
    /** Numbers of the idle and frozen ones, the longest idle first. */
    private final List<Long> idle = new ArrayList<>();

    private long lastNumber;
    private int usedMiB;
    private int lentMiB;

    /** @param budgetMiB what all environments together may have, counted by their MemorySize */
    Inventory(int budgetMiB) {
        this.budgetMiB = budgetMiB;
    }

    /** Whether every environment has ended and nothing is lent. */
    boolean isEmpty() {
        return all.isEmpty() && lentMiB == 0;
    }

    /** How many there are that have not ended, by the name of their state. */
    Map<String, Long> census() {
        return all.values().stream()
                .collect(Collectors.groupingBy(each -> each.state().name(), Collectors.counting()));
    }

    /** Idle and frozen ones, the longest idle first. */
    List<PooledEnvironment> idle() {
        return idle.stream().map(all::get).toList();
    }

    /** How many are starting, by their deployment; without those of which none is. */
    Map<String, Integer> startingByDeployment() {
        var starting = new HashMap<String, Integer>();
        for (PooledEnvironment environment : all.values()) {
            if (environment.state() == State.STARTING)
                starting.merge(environment.version().deployment(), 1, Integer::sum);
        }
        return starting;
    }

    /** The environment as it is now; empty when it has ended. */
    Optional<PooledEnvironment> find(long number) {
        return Optional.ofNullable(all.get(number));
    }

    /** Counts a new environment, which is starting. */
    PooledEnvironment add(FunctionVersion version) {
        usedMiB += version.settings().memorySizeMiB();
        return keep(new PooledEnvironment(++lastNumber, version, State.STARTING, 0));
    }

    /** The environment has ended: its memory is free again. */
    void remove(long number) {
        PooledEnvironment ended = all.remove(number);
        if (ended == null) return;
        idle.remove(number);
        usedMiB -= ended.memoryMiB();
    }

    /**
     * Takes a warm environment for an invocation: among the idle and frozen ones that were made from
     * {@linkplain PooledEnvironment#isOf exactly} this code and configuration, the one that became idle last, so that
     * the others can grow old.
     *
     * <p>It is BUSY from then on, and nobody else gets it until it is {@linkplain #putBack put back}. Environments that
     * are starting, busy or stopping are never taken.
     *
     * @return the environment as it is now, BUSY; empty when there is none, and then nothing has changed
     */
    Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
        throw new NotWrittenYet("7.1");
    }

    /** The environment, which was starting or busy, is idle from now on. */
    PooledEnvironment putBack(long number, long nowNanos) {
        idle.add(number);
        return keep(all.get(number).idleSince(nowNanos));
    }

    /** The environment stays idle, and is frozen. */
    PooledEnvironment freeze(long number) {
        return keep(all.get(number).become(State.FROZEN));
    }

    /** The environment is being ended; nobody gets it any more, and until it has ended it counts. */
    void stop(long number) {
        idle.remove(number);
        keep(all.get(number).become(State.STOPPING));
    }

    /** Whether a new environment of this size stays within the budget. */
    boolean hasRoomFor(int memoryMiB) {
        return usedMiB + memoryMiB <= budgetMiB;
    }

    /** Lends memory to somebody outside; it counts as used until it is taken back. Answers false when there is no room. */
    boolean lend(int memoryMiB) {
        if (!hasRoomFor(memoryMiB)) return false;
        lentMiB += memoryMiB;
        usedMiB += memoryMiB;
        return true;
    }

    void takeBack(int memoryMiB) {
        lentMiB -= memoryMiB;
        usedMiB -= memoryMiB;
    }

    /**
     * Chooses the idle and frozen environments that must go so that a new one has room within the budget: from the
     * longest idle on, and no more of them than it takes. This only names them, and changes nothing.
     *
     * <p>Nobody has to go when there is room, or will be as soon as those that are stopping have stopped. Nor has anybody
     * when even all of them would not make enough room: they would be lost for nothing.
     *
     * @param memoryMiB what the new environment needs
     * @return those that must go, the longest idle first
     */
    List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
        throw new NotWrittenYet("7.4");
    }

    private PooledEnvironment keep(PooledEnvironment environment) {
        all.put(environment.number(), environment);
        return environment;
    }
}

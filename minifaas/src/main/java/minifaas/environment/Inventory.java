package minifaas.environment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import minifaas.environment.PooledEnvironment.State;
import minifaas.function.FunctionVersion;

/**
 * Which environments there are, which of them are idle, and how much of the memory they have.
 *
 * <p>It only decides: what it names is started, frozen and stopped by the pool, which also guards it.
 */
final class Inventory {
    private final int budgetMiB;
    private final Set<PooledEnvironment> all = new LinkedHashSet<>();
    /** The longest idle first: from that end they are let go, from the other they are reused. */
    private final List<PooledEnvironment> idle = new ArrayList<>();

    private int usedMiB;

    /** @param budgetMiB what all environments together may have, counted by their MemorySize */
    Inventory(int budgetMiB) {
        this.budgetMiB = budgetMiB;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Stream<PooledEnvironment> environments() {
        return all.stream();
    }

    /** Idle and frozen ones, the longest idle first. */
    List<PooledEnvironment> idle() {
        return List.copyOf(idle);
    }

    /** Counts a new environment. */
    PooledEnvironment add(FunctionVersion version) {
        var environment = new PooledEnvironment(version);
        all.add(environment);
        usedMiB += environment.memoryMiB();
        return environment;
    }

    /** The environment has ended: its memory is free again. */
    void remove(PooledEnvironment environment) {
        if (!all.remove(environment)) return;
        idle.remove(environment);
        usedMiB -= environment.memoryMiB();
        environment.become(State.DEAD);
    }

    /** The most recently used idle environment of exactly this version, so that the others can grow old. */
    Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
        for (int i = idle.size() - 1; i >= 0; i--) {
            PooledEnvironment candidate = idle.get(i);
            if (!candidate.isOf(version)) continue;
            idle.remove(i);
            return Optional.of(candidate);
        }
        return Optional.empty();
    }

    void putBack(PooledEnvironment environment, long nowNanos) {
        environment.become(State.IDLE, nowNanos);
        idle.add(environment);
    }

    void takeOut(PooledEnvironment environment) {
        idle.remove(environment);
    }

    boolean hasRoomFor(int memoryMiB) {
        return usedMiB + memoryMiB <= budgetMiB;
    }

    /**
     * The idle environments that must go so that a new one has room, the longest idle first; none when it has room, or
     * will have it as soon as those that are stopping have stopped, or when even all of them would not do.
     */
    List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
        int free = budgetMiB - usedMiB + memoryOf(State.STOPPING);
        var leaving = new ArrayList<PooledEnvironment>();
        for (PooledEnvironment oldest : idle) {
            if (free >= memoryMiB) break;
            leaving.add(oldest);
            free += oldest.memoryMiB();
        }
        return free >= memoryMiB ? leaving : List.of();
    }

    private int memoryOf(State state) {
        return all.stream()
                .filter(environment -> environment.state() == state)
                .mapToInt(PooledEnvironment::memoryMiB)
                .sum();
    }
}

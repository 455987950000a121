package minifaas.scaling;

import java.util.Map;
import java.util.Optional;
import minifaas.scaling.ProvisionedEnvironment.State;

/**
 * How far it has come to keep environments ready (AWS: GetProvisionedConcurrencyConfig,
 * docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html, 2026-11).
 *
 * @param allocated how many have their memory: those that initialise, wait or serve
 * @param available how many have initialised
 * @param reason why it failed; empty unless it did
 */
public record Provision(int allocated, int available, Status status, Optional<String> reason) {
    /** How it stands. */
    public enum Status {
        /** Environments are missing, and are on their way. */
        IN_PROGRESS,
        /** All are there. */
        READY,
        /** Environments are missing, since the last try failed; there will be another one. */
        FAILED
    }

    /**
     * How it stands with environments of one version.
     *
     * @param states how many that have their memory are in which state
     * @param reason why the last try failed, if it did
     */
    static Provision of(int requested, Map<State, Integer> states, Optional<String> reason) {
        int available = states.getOrDefault(State.IDLE, 0) + states.getOrDefault(State.BUSY, 0);
        int allocated = available + states.getOrDefault(State.STARTING, 0);
        if (available >= requested) return new Provision(allocated, available, Status.READY, Optional.empty());
        return new Provision(allocated, available, reason.isPresent() ? Status.FAILED : Status.IN_PROGRESS, reason);
    }

    static Provision failed(String reason) {
        return new Provision(0, 0, Status.FAILED, Optional.of(reason));
    }

    static Provision inProgress() {
        return new Provision(0, 0, Status.IN_PROGRESS, Optional.empty());
    }

    /** The same, while it is tried again. */
    Provision triedAgain() {
        return new Provision(allocated, available, Status.IN_PROGRESS, Optional.empty());
    }
}

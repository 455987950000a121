package minifaas.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What {@code faas watch} saw of a platform at one moment.
 *
 * @param environments how many there are in each state
 * @param running invocations that ran
 * @param queued events that waited
 * @param throttled calls throttled since the platform's start
 * @param spilledOver calls since then that found none of their provisioned environments idle
 */
record Look(Map<State, Integer> environments, long running, long queued, long throttled, long spilledOver) {
    /** The states of an environment, in the order in which a chart stacks them, each with its mark there. */
    enum State {
        BUSY('#'),
        STARTING('+'),
        IDLE('o'),
        FROZEN('.'),
        STOPPING('x');

        private final char mark;

        State(char mark) {
            this.mark = mark;
        }

        char mark() {
            return mark;
        }

        /** As people read it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the answer of {@code GET /_minifaas/state}. */
    static Look read(JsonNode state) {
        var environments = new EnumMap<State, Integer>(State.class);
        for (State each : State.values())
            environments.put(each, state.path("environments").path(each.name()).asInt());
        return new Look(
                environments,
                state.path("running").asLong(),
                state.path("queued").asLong(),
                state.path("throttled").asLong(),
                state.path("spilledOver").asLong());
    }

    /** How many environments there were in all. */
    int total() {
        return environments.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All of it in one line, without the states that no environment was in, and without calls that never spilled over. */
    String line() {
        String states = environments.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
        return "environments %d%s; running %d; queued %d; throttled %d"
                        .formatted(total(), states.isEmpty() ? "" : " (" + states + ")", running, queued, throttled)
                + (spilledOver == 0 ? "" : "; spilled over " + spilledOver);
    }

    /** The state whose environment is the n-th of the stack, counted from 0 at the bottom; null above its top. */
    State at(int n) {
        int below = 0;
        for (State each : State.values()) {
            below += Objects.requireNonNullElse(environments.get(each), 0);
            if (n < below) return each;
        }
        return null;
    }
}

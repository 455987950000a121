package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever happens between acceptance and the end of an event, including the death of the process: none is lost. */
class EventsRandomTest extends WithQueue {
    private static final int STEPS = 400;
    private static final List<Outcome> OUTCOMES = List.of(SUCCESS, SUCCESS, ERROR, THROTTLED);

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Set<String> accepted = new HashSet<>();
    private final Map<String, Integer> errors = new HashMap<>();
    private List<CompletableFuture<Invoker.Result>> running = new ArrayList<>();
    private final Map<CompletableFuture<Invoker.Result>, Invocation> calls = new HashMap<>();

    private CompletableFuture<Invoker.Result> run(String function, Invocation invocation) {
        var result = new CompletableFuture<Invoker.Result>();
        running.add(result);
        calls.put(result, invocation);
        Map<String, Long> byFunction = running.stream()
                .map(calls::get)
                .collect(Collectors.groupingBy(call -> call.version().function().name(), Collectors.counting()));
        assertThat(byFunction.values()).allMatch(count -> count <= Backlog.MOST_IN_FLIGHT);
        assertThat(running.stream().map(call -> calls.get(call).requestId()))
                .as("one attempt at a time of an event")
                .doesNotHaveDuplicates();
        return result;
    }

    private void step(int number) throws Exception {
        int dice = random.nextInt(100);
        if (dice < 50) {
            String id = "e" + number;
            if (send("f" + random.nextInt(3), id).isDone()) accepted.add(id);
        } else if (dice < 85 && !running.isEmpty()) {
            endOne();
        } else if (dice < 98) {
            advance(Duration.ofMillis(random.nextInt(30_000)));
        } else {
            running = new ArrayList<>();
            reopen();
        }
    }

    private void endOne() {
        CompletableFuture<Invoker.Result> call = running.remove(random.nextInt(running.size()));
        Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        if (outcome == ERROR) errors.merge(calls.get(call).requestId(), 1, Integer::sum);
        call.complete(new Invoker.Result(outcome, new byte[0]));
    }

    @RepeatedTest(20)
    void everyAcceptedEventIsFinishedOnce() throws Exception {
        System.out.println("events from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        functions = this::run;
        for (int i = 0; i < STEPS; i++) step(i);
        for (int i = 0; i < 10_000 && waiting() > 0; i++) {
            if (running.isEmpty()) advance(Duration.ofMinutes(1));
            else endOne();
        }

        assertThat(waiting()).isZero();
        assertThat(finished.stream().map(finish -> finish.event().id())).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(errors.values()).as("an error is retried twice").allMatch(count -> count <= 3);
        assertThat(deliveries).extracting("backlogs").isEqualTo(Map.of());
    }
}

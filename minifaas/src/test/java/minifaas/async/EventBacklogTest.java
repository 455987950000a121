package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import minifaas.invocation.Versions;
import org.junit.jupiter.api.Test;

/** Who goes first when many events wait, and who is not held up by them. */
class EventBacklogTest extends WithQueue {
    @Test
    void eventsAreBegunInTheOrderInWhichTheyAreDue() {
        functions = this::hang;
        var sent = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            sent.add("e" + (40 - i));
            send("f", sent.get(i));
            advance(Duration.ofMillis(1));
        }
        for (int i = 0; i < 40; i++) end(i, SUCCESS);

        assertThat(invoked).isEqualTo(sent);
    }

    @Test
    void aSlowFunctionHoldsUpNobodyElse() {
        functions = (function, invocation) -> function.equals("slow") ? hang(function, invocation) : answer(SUCCESS);
        for (int i = 0; i < 100; i++) send("slow", "slow" + i);
        send("quick", "q");

        assertThat(running).hasSize(Backlog.MOST_IN_FLIGHT);
        assertThat(invoked).endsWith("q").hasSize(Backlog.MOST_IN_FLIGHT + 1);
        end(3, SUCCESS);
        assertThat(invoked).endsWith("slow16");
    }

    @Test
    void aThrottledFunctionIsNotStormedByItsBacklog() {
        int allowed = 2;
        functions = (function, invocation) ->
                running.stream().filter(call -> !call.isDone()).count() < allowed
                        ? hang(function, invocation)
                        : answer(THROTTLED);
        thread.hold();
        for (int i = 0; i < 1000; i++) send("f", "e" + i);
        thread.goOn();
        assertThat(running).hasSize(allowed);
        assertThat(invoked).as("those who found no room").hasSize(Backlog.MOST_IN_FLIGHT);

        for (int i = 0; i < 100; i++) end(i, SUCCESS);

        assertThat(invoked.size() - running.size())
                .as("one more is tried after each that ran, and no more")
                .isLessThanOrEqualTo(Backlog.MOST_IN_FLIGHT + 2 * 100);
    }

    @Test
    void withoutRoomForASingleEventAFunctionRests() {
        functions = (function, invocation) -> answer(THROTTLED);
        thread.hold();
        for (int i = 0; i < 1000; i++) send("f", "e" + i);
        thread.goOn();

        int before = invoked.size();
        advance(Duration.ofSeconds(10));
        assertThat(before).isEqualTo(Backlog.MOST_IN_FLIGHT);
        assertThat(invoked.size() - before).isBetween(10, 20);
    }

    @Test
    void anAliasThatIsGoneHoldsUpNoOther() {
        gone.add("PROD");
        thread.hold();
        for (int i = 10; i < 50; i++) queue.keep(event("f", Optional.of("PROD"), "bad" + i));
        send("f", "good");
        thread.goOn();

        assertThat(invoked).containsExactly("good");
    }

    @Test
    void callersGoFirst() {
        thread.hold();
        for (int i = 10; i < 90; i++) send("f", "f" + i);
        for (int i = 10; i < 90; i++) send("g", "g" + i);
        callers.invoke(Versions.call(Versions.version("h"), "caller", "{}"));
        thread.goOn();
        assertThat(invoked).isEmpty();

        advance(Duration.ofMillis(15));
        assertThat(invoked).containsExactly("f10", "g10", "f11");
        callers.invoke(Versions.call(Versions.version("h"), "another", "{}"));
        advance(Duration.ofMillis(19));
        assertThat(invoked).hasSize(6);
        advance(Duration.ofMillis(1));
        assertThat(invoked).hasSize(160);
    }

    @Test
    void noMemoryIsKeptForFunctionsWithoutEvents() {
        IntStream.range(0, 50).forEach(i -> send("f" + i, "e" + i));

        assertThat(deliveries).extracting("backlogs").isEqualTo(Map.of());
    }
}

package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Random;
import minifaas.testing.ChangedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No permit is leaked or taken twice in random scenarios, and they find bugs that are put in on purpose. */
class LimitInvariantsTest {
    private static final int SCENARIOS = 200;

    @TempDir
    Path scratch;

    @Test
    void theInvariantsHoldInRandomScenarios() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("limit scenarios from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        for (int i = 0; i < SCENARIOS; i++) LimitScenario.play(seed + i);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a call that fails at once keeps its permit | LimitedInvoker | limits.ended(function);           | ''
            a caller that goes away keeps its permit   | LimitedInvoker | .copy()                         | ''
            one too many of a reservation              | RunningCalls   | already >= reserved.get()       | already > reserved.get()
            one too many of all                        | RunningCalls   | >= quotas.unreserved()          | > quotas.unreserved()
            a call that ends gives back all            | RunningCalls   | count == 1 ? null               | count > 0 ? null
            a reservation takes from the others        | RunningCalls   | taken.keySet().removeAll(quotas.reserved().keySet()); | ''
            provisioned room is not a function's own   | RunningCalls   | already >= quotas.provisionedFor(function) | true
            provisioned calls take twice the room      | RunningCalls   | Math::max                       | Integer::sum
            tokens come back twice as fast             | TokenBucket    | (nowNanos - lastNanos)          | 2 * (nowNanos - lastNanos)
            more tokens than there is room for         | TokenBucket    | Math.min(fullNanos,             | Math.max(0,
            """)
    void theScenariosFindABugThatIsPutIn(String bug, String file, String right, String wrong) throws Exception {
        String source = "minifaas/scaling/" + file + ".java";
        try (var classes = ChangedClasses.replacing(source, right, wrong, scratch)) {
            var play = classes.loadClass(LimitScenario.class.getName()).getMethod("play", long.class);
            assertThatThrownBy(() -> {
                        for (long seed = 0; seed < SCENARIOS; seed++) play.invoke(null, seed);
                    })
                    .isInstanceOf(InvocationTargetException.class);
        }
    }
}

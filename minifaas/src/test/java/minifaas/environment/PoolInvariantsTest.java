package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import minifaas.testing.ChangedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pool's invariants hold in random scenarios, and the scenarios find bugs that are put in on purpose. */
class PoolInvariantsTest {
    private static final int SCENARIOS = 300;

    @TempDir
    Path scratch;

    @Test
    void theInvariantsHoldInRandomScenarios() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("pool scenarios from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        for (int i = 0; i < SCENARIOS; i++) PoolScenario.play(seed + i);
    }

    /** A bug, and how to put it into the source: in a file, one text instead of another. */
    private record Bug(String name, String file, String right, String wrong) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                new Bug("a busy environment stays idle", "Inventory.java", "idle.remove(i);", ""),
                new Bug(
                        "an environment of another version is reused",
                        "PooledEnvironment.java",
                        "version.deployment().equals(wanted.deployment())",
                        "version.function().equals(wanted.function())"),
                new Bug(
                        "a new environment starts before there is room",
                        "WarmPool.java",
                        "if (!inventory.hasRoomFor(call.memoryMiB())) return;",
                        ""),
                new Bug(
                        "an environment is reused after a timeout",
                        "PoolRules.java",
                        "error.kind() == Outcome.Kind.REPORTED",
                        "error.kind() != Outcome.Kind.EXIT"),
                new Bug(
                        "an environment that has ended still counts",
                        "Inventory.java",
                        "all.remove(number);",
                        "all.get(number);"),
                new Bug("a replaced environment is kept", "PoolRules.java", " || !isCurrent.test(version)", ""),
                new Bug("a frozen environment is not thawed", "WarmPool.java", "sandbox.thaw();", ""),
                new Bug("a call that gets an environment still waits", "WarmPool.java", "calls.remove();", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void theScenariosFindABugThatIsPutIn(Bug bug) throws Exception {
        String source = "minifaas/environment/" + bug.file();
        try (var classes = ChangedClasses.replacing(source, bug.right(), bug.wrong(), scratch)) {
            var play = classes.loadClass(PoolScenario.class.getName()).getMethod("play", long.class);
            assertThatThrownBy(() -> {
                        for (long seed = 0; seed < SCENARIOS; seed++) play.invoke(null, seed);
                    })
                    .isInstanceOf(InvocationTargetException.class);
        }
    }
}

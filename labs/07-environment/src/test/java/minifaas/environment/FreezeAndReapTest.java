package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.environment.PoolRules.Step;
import minifaas.environment.PooledEnvironment.State;
import minifaas.function.FunctionVersion;

/** 7.3: what happens to an environment that nobody calls. */
class FreezeAndReapTest {
    private final Random random = Seed.random("7.3");
    private final FunctionVersion version = new Given(random).version();
    private final Duration freezeAfter = Duration.ofMillis(1 + random.nextInt(1000));
    private final Duration keepAlive = Duration.ofMinutes(1 + random.nextInt(60));
    private final PoolRules rules =
            new PoolRules(1 + random.nextInt(10_000), freezeAfter, KeepAlivePolicy.always(keepAlive), current -> true);

    @Checks(
            exercise = "7.3",
            points = 2,
            order = 1,
            hint = "Freezing at once would cost every call of a busy function a thaw. How long does an idle one wait?")
    void anIdleEnvironmentIsFrozenWhenItHasWaitedLongEnough() {
        long since = random.nextInt(1_000_000);
        long due = since + freezeAfter.toNanos();
        assertThat(rules.due(environment(State.IDLE, since), due - 1))
                .as("a nanosecond before its time to freeze, an idle environment is left alone")
                .isEqualTo(Step.NOTHING);
        assertThat(rules.due(environment(State.IDLE, since), due))
                .as("an environment that has been idle for %s is frozen", freezeAfter)
                .isEqualTo(Step.FREEZE);
    }

    @Checks(
            exercise = "7.3",
            points = 3,
            order = 2,
            hint = "Keep-alive counts from the last use. What does your count begin with, and does it ever end?")
    void aFrozenEnvironmentIsReapedWhenNobodyUsedItForTheKeepAlive() {
        long since = random.nextInt(1_000_000);
        long due = since + keepAlive.toNanos();
        assertThat(rules.due(environment(State.FROZEN, since), due - 1))
                .as("a nanosecond before its keep-alive is over, a frozen environment is kept")
                .isEqualTo(Step.NOTHING);
        assertThat(rules.due(environment(State.FROZEN, since), due))
                .as("nobody has used the environment for %s, so it is let go", keepAlive)
                .isEqualTo(Step.STOP);
    }

    @Checks(
            exercise = "7.3",
            points = 2,
            order = 3,
            hint = "A call may take 15 minutes, longer than the keep-alive. Is its environment unused meanwhile?")
    void anEnvironmentInUseIsLeftAloneHoweverLongItTakes() {
        long since = random.nextInt(1_000_000);
        Duration days = Duration.ofDays(1 + random.nextInt(30));
        for (State state : new State[] {State.BUSY, State.STARTING, State.STOPPING})
            assertThat(rules.due(environment(state, since), since + days.toNanos()))
                    .as("nothing is due for an environment that is %s, even after %d days", state, days.toDays())
                    .isEqualTo(Step.NOTHING);
    }

    @Checks(
            exercise = "7.3",
            points = 1,
            order = 4,
            hint =
                    "Suppose the pool looks late. Which step comes first for an environment that is idle and not frozen?")
    void anIdleEnvironmentIsFrozenBeforeItIsReaped() {
        long since = random.nextInt(1_000_000);
        long late = since + keepAlive.plusDays(1 + random.nextInt(30)).toNanos();
        assertThat(rules.due(environment(State.IDLE, since), late))
                .as("whoever looks late freezes an idle environment first; reaping is the step after that")
                .isEqualTo(Step.FREEZE);
    }

    @Checks(
            exercise = "7.3",
            points = 1,
            order = 5,
            hint = "A reading of nanos() can overflow. Which arithmetic on two readings is always right?")
    void onlyTheDifferenceOfTwoReadingsCounts() {
        int passed = 1 + random.nextInt(1000);
        long since = Long.MAX_VALUE - passed;
        assertThat(rules.due(environment(State.FROZEN, since), since + passed))
                .as("only %d ns have passed, although its time is due when the readings are negative numbers", passed)
                .isEqualTo(Step.NOTHING);
    }

    private PooledEnvironment environment(State state, long idleSinceNanos) {
        return new PooledEnvironment(1 + random.nextInt(100), version, state, idleSinceNanos);
    }
}

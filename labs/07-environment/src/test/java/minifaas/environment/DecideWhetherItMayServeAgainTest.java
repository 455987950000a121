package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;

/** 7.2: what a run leaves behind. */
class DecideWhetherItMayServeAgainTest {
    private final Random random = Seed.random("7.2");
    private final Given given = new Given(random);
    private final FunctionVersion version = given.version();
    private final PoolRules rules = rules(true);

    @Checks(
            exercise = "7.2",
            points = 2,
            order = 1,
            hint = "A handler that throws has answered, in its way. Is anything broken about its environment?")
    void afterAnAnswerOrAnErrorOfTheHandlerItServesAgain() {
        assertThat(rules.canServeAgain(version, ended(new Outcome.Succeeded(given.payload()))))
                .as("the function answered, so its environment stays warm")
                .isTrue();
        assertThat(rules.canServeAgain(version, failed(Outcome.Kind.REPORTED)))
                .as("the handler threw and the runtime reported it: the runtime lives, so the environment stays warm")
                .isTrue();
    }

    @Checks(
            exercise = "7.2",
            points = 3,
            order = 2,
            hint = "After a timeout half of the work is done and the process is dead. Who may be sent there next?")
    void afterATimeoutAnExitOrAFailedInitialisationItIsNeverUsedAgain() {
        for (Outcome.Kind kind : new Outcome.Kind[] {Outcome.Kind.TIMEOUT, Outcome.Kind.EXIT, Outcome.Kind.INIT})
            assertThat(rules.canServeAgain(version, failed(kind)))
                    .as("the run ended with %s, which leaves an environment behind that nobody may use", kind)
                    .isFalse();
    }

    @Checks(
            exercise = "7.2",
            points = 1,
            order = 3,
            hint = "A run can end before it began. What does that say about the environment?")
    void anEnvironmentThatWasGoneBeforeTheEventIsNotUsedAgain() {
        assertThat(rules.canServeAgain(version, Sandbox.Run.notStarted()))
                .as("the environment was gone before it took the event, so there is nothing to use again")
                .isFalse();
    }

    @Checks(
            exercise = "7.2",
            points = 2,
            order = 4,
            hint = "The function was updated while this call ran. Should the old code get another call?")
    void anEnvironmentOfAReplacedVersionIsNotUsedAgain() {
        assertThat(rules(false).canServeAgain(version, ended(new Outcome.Succeeded(given.payload()))))
                .as("the version was replaced during the run, so its environment has served for the last time")
                .isFalse();
    }

    private PoolRules rules(boolean isCurrent) {
        return new PoolRules(
                1 + random.nextInt(10_000),
                Duration.ofMillis(random.nextInt(1000)),
                KeepAlivePolicy.always(Duration.ofMinutes(1 + random.nextInt(60))),
                anyVersion -> isCurrent);
    }

    private Sandbox.Run failed(Outcome.Kind kind) {
        return ended(new Outcome.FunctionError(given.payload(), kind));
    }

    private static Sandbox.Run ended(Outcome outcome) {
        return new Sandbox.Run(Optional.of(outcome), new byte[0]);
    }
}

package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static minifaas.invocation.Given.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.invocation.Invoker.Result;

/** 6.2: from an invocation to its outcome. */
class DispatchAnInvocationTest {
    private final ScriptedEnvironments environments = new ScriptedEnvironments();
    private final Invoker invoker = new FunctionInvoker(environments);
    private final Random random = Seed.random("6.2");
    private final Invocation invocation = Given.invocation(random);

    @Checks(
            exercise = "6.2",
            points = 2,
            order = 1,
            hint = "A run brings an outcome and what was logged. Which of the two does your result lack?")
    void theResultHasTheOutcomeAndTheLogOfTheRun() {
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        Sandbox.Run run = succeeded();
        environments.ends(run);
        assertThat(environments.acquired())
                .as("an environment of exactly the invoked version is asked for, once")
                .containsExactly(invocation.version());
        assertThat(answer).as("the run has ended, so the result is there").isCompleted();
        assertThat(payload(answer.join().outcome()))
                .as("the result has the outcome of the run")
                .isEqualTo(payload(run.outcome().orElseThrow()));
        assertThat(answer.join().logTail())
                .as("the result has what the run logged")
                .isEqualTo(run.logTail());
    }

    @Checks(
            exercise = "6.2",
            points = 2,
            order = 2,
            hint = "A dry run asks whether the call would be accepted. What may it cost, and what may it start?")
    void aDryRunIsAcceptedAndStartsNothing() {
        CompletableFuture<Result> answer = invoker.invoke(
                Given.invocation(random, Invocation.Type.DRY_RUN, Duration.ofSeconds(1 + random.nextInt(900))));
        assertThat(environments.acquired())
                .as("a dry run needs no environment, so none is asked for")
                .isEmpty();
        assertThat(answer).as("a dry run is answered at once").isCompleted();
        assertThat(answer.join().outcome()).as("the call would be accepted").isEqualTo(new Outcome.Accepted());
    }

    @Checks(
            exercise = "6.2",
            points = 3,
            order = 3,
            hint = "What is taken and not given back is lost for ever. Does every way through your code give it back?")
    void anEnvironmentIsGivenBackHoweverTheRunEnds() {
        var ends = List.of(
                new Outcome.Succeeded(Given.payload(random)),
                Given.error(random, Outcome.Kind.REPORTED),
                Given.error(random, Outcome.Kind.TIMEOUT),
                Given.error(random, Outcome.Kind.EXIT));
        for (Outcome outcome : ends) {
            int before = environments.released().size();
            invoker.invoke(invocation);
            environments.ends(ended(outcome));
            assertThat(environments.released())
                    .as("the run ended with %s, and its environment is given back once", outcome)
                    .hasSize(before + 1);
        }
    }

    @Checks(
            exercise = "6.2",
            points = 2,
            order = 4,
            hint = "Who gets the environment after you? Think of the moment at which you give it back.")
    void itIsGivenBackWhenTheRunIsOverAndNotBefore() {
        invoker.invoke(invocation);
        assertThat(environments.released())
                .as("the function still runs, so its environment is nobody else's")
                .isEmpty();
        Sandbox.Run run = succeeded();
        environments.ends(run);
        assertThat(environments.released())
                .as("the run is over, so the environment is given back, once")
                .hasSize(1);
        Sandbox.Run told = environments.released().get(0);
        assertThat(told.outcome().map(DispatchAnInvocationTest::payload))
                .as("whoever gets the environment back learns how the run ended")
                .contains(payload(run.outcome().orElseThrow()));
        assertThat(told.logTail())
                .as("whoever gets the environment back learns what the run logged")
                .isEqualTo(run.logTail());
    }

    @Checks(
            exercise = "6.2",
            points = 1,
            order = 5,
            hint = "No room is an answer, too. What does the caller hear, and who decides whether to try again?")
    void aRefusalIsTheOutcome() {
        var reason = new Outcome.Throttled(Given.word(random), "No room for " + Given.word(random) + ".");
        environments.refuseOnce(reason);
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        assertThat(answer)
                .as("there is no room, and the caller learns that at once")
                .isCompleted();
        assertThat(answer.join().outcome())
                .as("the outcome is the reason of the refusal")
                .isEqualTo(reason);
    }

    @Checks(
            exercise = "6.2",
            points = 2,
            order = 6,
            hint = "The environment was gone before it took the event, so nothing ran. Must the caller hear of that?")
    void anInvocationThatNeverBeganRunsInAnotherEnvironment() {
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        environments.ends(Sandbox.Run.notStarted());
        assertThat(environments.runs())
                .as("nothing ran in the first environment, so the invocation is given to a second one")
                .isEqualTo(2);
        Sandbox.Run second = succeeded();
        environments.ends(second);
        assertThat(answer)
                .as("the second run has ended, so the result is there")
                .isCompleted();
        assertThat(payload(answer.join().outcome()))
                .as("the caller gets the answer of the second one")
                .isEqualTo(payload(second.outcome().orElseThrow()));
    }

    private Sandbox.Run succeeded() {
        return ended(new Outcome.Succeeded(Given.payload(random)));
    }

    private Sandbox.Run ended(Outcome outcome) {
        return new Sandbox.Run(Optional.of(outcome), bytes("START " + Given.word(random) + " END REPORT"));
    }

    /** What the function answered, as text: arrays of bytes are never equal to each other. */
    private static String payload(Outcome outcome) {
        assertThat(outcome).as("the function answered").isInstanceOf(Outcome.Succeeded.class);
        return new String(((Outcome.Succeeded) outcome).payload(), UTF_8);
    }
}

package minifaas.invocation;

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
        var outcome = new Outcome.Succeeded(bytes("42"));
        environments.ends(new Sandbox.Run(Optional.of(outcome), bytes("START END REPORT")));
        assertThat(environments.acquired())
                .as("an environment of exactly the invoked version is asked for, once")
                .containsExactly(invocation.version());
        assertThat(answer).as("the run has ended, so the result is there").isCompleted();
        assertThat(answer.join().outcome())
                .as("the result has the outcome of the run")
                .isEqualTo(outcome);
        assertThat(answer.join().logTail())
                .as("the result has what the run logged")
                .isEqualTo(bytes("START END REPORT"));
    }

    @Checks(
            exercise = "6.2",
            points = 2,
            order = 2,
            hint = "A dry run asks whether the call would be accepted. What may it cost, and what may it start?")
    void aDryRunIsAcceptedAndStartsNothing() {
        CompletableFuture<Result> answer =
                invoker.invoke(Given.invocation(random, Invocation.Type.DRY_RUN, Duration.ofSeconds(3)));
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
                new Outcome.Succeeded(bytes("42")),
                Given.error(Outcome.Kind.REPORTED),
                Given.error(Outcome.Kind.TIMEOUT),
                Given.error(Outcome.Kind.EXIT));
        for (Outcome outcome : ends) {
            int before = environments.released().size();
            invoker.invoke(invocation);
            environments.ends(new Sandbox.Run(Optional.of(outcome), bytes("")));
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
        var run = new Sandbox.Run(Optional.of(new Outcome.Succeeded(bytes("42"))), bytes(""));
        environments.ends(run);
        assertThat(environments.released())
                .as("whoever gets the environment back learns how the run ended")
                .containsExactly(run);
    }

    @Checks(
            exercise = "6.2",
            points = 1,
            order = 5,
            hint = "No room is an answer, too. What does the caller hear, and who decides whether to try again?")
    void aRefusalIsTheOutcome() {
        environments.refuseOnce();
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        assertThat(answer)
                .as("there is no room, and the caller learns that at once")
                .isCompleted();
        assertThat(answer.join().outcome())
                .as("the outcome is the reason of the refusal")
                .isEqualTo(new Outcome.Throttled("Full", "Rate Exceeded."));
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
        var outcome = new Outcome.Succeeded(bytes("42"));
        environments.ends(new Sandbox.Run(Optional.of(outcome), bytes("")));
        assertThat(answer)
                .as("the second run has ended, so the result is there")
                .isCompleted();
        assertThat(answer.join().outcome())
                .as("the caller gets the answer of the second one")
                .isEqualTo(outcome);
    }
}

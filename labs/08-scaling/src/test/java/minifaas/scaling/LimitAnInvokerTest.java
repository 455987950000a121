package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.FunctionId;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Invoker.Result;
import minifaas.invocation.Outcome;

/** 8.3: a limit around an invoker. */
class LimitAnInvokerTest {
    private final Random random = Seed.random("8.3");
    private final Given given = new Given(random);
    private final ScriptedLimits limits = new ScriptedLimits();
    private final ScriptedInvoker within = new ScriptedInvoker();
    private final Invoker invoker = new LimitedInvoker(within, limits);
    private final Invocation invocation = given.invocation(Invocation.Type.REQUEST_RESPONSE);
    private final FunctionId function = invocation.version().function();

    @Checks(
            exercise = "8.3",
            points = 2,
            order = 1,
            hint = "That there is no place is an answer like others. Where does the caller look for answers?")
    void aRefusalIsTheOutcomeAndNothingRuns() {
        var refusal = new Outcome.Throttled("Reason" + random.nextInt(1000), "Rate Exceeded.");
        limits.refuse(refusal);
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        assertThat(within.invoked())
                .as("the call was not admitted, so it does not reach the invoker within")
                .isEmpty();
        assertThat(answer)
                .as("the call was not admitted, and the caller learns that at once")
                .isCompleted();
        assertThat(answer.join().outcome())
                .as("the outcome is the refusal, with its reason")
                .isEqualTo(refusal);
        assertThat(answer.join().logTail())
                .as("nothing ran, so nothing was logged")
                .isEmpty();
    }

    @Checks(exercise = "8.3", points = 2, order = 2, hint = "What is never admitted never runs. What is there to end?")
    void aCallThatWasRefusedIsNotEnded() {
        limits.refuse(new Outcome.Throttled("Reason" + random.nextInt(1000), "Rate Exceeded."));
        invoker.invoke(invocation);
        assertThat(limits.ended())
                .as("the call was refused, so it has no place that could be given back")
                .isEmpty();
    }

    @Checks(
            exercise = "8.3",
            points = 1,
            order = 3,
            hint = "A dry run asks whether a call would be accepted. Does it take up a place?")
    void aDryRunNeedsNoAdmission() {
        Invocation dry = given.invocation(Invocation.Type.DRY_RUN);
        CompletableFuture<Result> answer = invoker.invoke(dry);
        within.endsWith(result(new Outcome.Accepted()));
        assertThat(within.invoked()).as("the invoker within checks the dry run").containsExactly(dry.requestId());
        assertThat(answer.join().outcome())
                .as("the dry run is answered by the invoker within")
                .isEqualTo(new Outcome.Accepted());
        assertThat(limits.asked())
                .as("a dry run runs nothing, so nobody is asked whether it may run")
                .isEmpty();
    }

    @Checks(
            exercise = "8.3",
            points = 3,
            order = 4,
            hint = "The function still works when your method returns. Until when does its call take up a place?")
    void anAdmittedCallIsEndedWhenItsResultIsThereAndNotBefore() {
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        assertThat(limits.asked())
                .as("the call is admitted before it runs, once")
                .containsExactly(function);
        assertThat(limits.ended())
                .as("the function still works, so its place is taken")
                .isEmpty();
        Result end = result(new Outcome.Succeeded(given.bytes()));
        within.endsWith(end);
        assertThat(answer).as("the result is there").isCompleted();
        assertThat(answer.join().logTail())
                .as("the caller gets what was logged within")
                .isEqualTo(end.logTail());
        assertThat(limits.ended())
                .as("the result is there, so the place is given back, once")
                .containsExactly(function);
    }

    @Checks(
            exercise = "8.3",
            points = 2,
            order = 5,
            hint =
                    "Each end of a call gives its place back and is told to the caller. Which ends does your code not see, or not pass on?")
    void aCallIsEndedHoweverItEnds() {
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        var broken = new IllegalStateException("the environment broke " + random.nextInt(1000));
        within.fails(broken);
        assertThat(answer).as("the call has failed, and the caller learns that").isCompletedExceptionally();
        assertThat(causes(answer))
                .as("the call has failed, and the caller learns why: %s", broken.getMessage())
                .contains(broken.toString());
        assertThat(limits.ended())
                .as("the call has failed, and its place is given back all the same")
                .containsExactly(function);

        for (Outcome.Kind kind : Outcome.Kind.values()) {
            var other = new ScriptedInvoker();
            var itsLimits = new ScriptedLimits();
            new LimitedInvoker(other, itsLimits).invoke(invocation);
            other.endsWith(result(new Outcome.FunctionError(given.bytes(), kind)));
            assertThat(itsLimits.ended())
                    .as("the function failed (%s), and the place of its call is given back", kind)
                    .containsExactly(function);
        }
    }

    @Checks(
            exercise = "8.3",
            points = 2,
            order = 6,
            hint = "An invoker that throws gives you no future. Who gives the place back then?")
    void aCallThatDidNotEvenBeginIsEnded() {
        for (Throwable failure :
                List.of(new IllegalStateException("closed"), new NoClassDefFoundError("a class is missing"))) {
            var itsLimits = new ScriptedLimits();
            Invoker broken = call -> {
                if (failure instanceof Error error) throw error;
                throw (RuntimeException) failure;
            };
            Throwable thrown = catchThrowable(() -> new LimitedInvoker(broken, itsLimits).invoke(invocation));
            assertThat(thrown)
                    .as("the invoker within threw %s, and the caller gets that", failure)
                    .hasMessageContaining(failure.getMessage());
            assertThat(itsLimits.ended())
                    .as("the invoker within threw %s, so the place is given back, once", failure)
                    .containsExactly(function);
        }
    }

    @Checks(
            exercise = "8.3",
            points = 1,
            order = 7,
            hint = "The answer comes, and the caller calls again at once. Is the place of the first call free by then?")
    void thePlaceIsFreeWhenTheCallerHasTheResult() {
        var endedBefore = new AtomicInteger(-1);
        invoker.invoke(invocation)
                .thenAccept(result -> endedBefore.set(limits.ended().size()));
        within.endsWith(result(new Outcome.Succeeded(given.bytes())));
        assertThat(endedBefore)
                .as("calls that were ended when the caller got the result: its own")
                .hasValue(1);
    }

    @Checks(
            exercise = "8.3",
            points = 1,
            order = 8,
            hint =
                    "The caller loses patience and cancels the future it got. Does the function stop, and who gives its place back?")
    void aCallWhoseCallerCancelsIsEndedAllTheSame() {
        CompletableFuture<Result> answer = invoker.invoke(invocation);
        answer.cancel(true);
        within.endsWith(result(new Outcome.Succeeded(given.bytes())));
        assertThat(limits.ended())
                .as("the caller did not wait, but the function has come to its end, and its place is given back")
                .containsExactly(function);
    }

    /** With what a future failed, and what caused that, each as text. */
    private static List<String> causes(CompletableFuture<?> failed) {
        Throwable failure = failed.handle((result, thrown) -> thrown).join();
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .map(Throwable::toString)
                .toList();
    }

    private Result result(Outcome outcome) {
        return new Result(outcome, given.bytes());
    }
}

package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.FunctionId;
import minifaas.invocation.Outcome;
import org.junit.jupiter.api.Tag;

/** 8.2: which calls may run. */
@Tag("F29")
class AdmitACallTest {
    private final Random random = Seed.random("8.2");
    private final Given given = new Given(random);
    private final FunctionId function = given.function();
    private final FunctionId other = given.function();

    @Checks(
            exercise = "8.2",
            points = 2,
            order = 1,
            hint =
                    "So many calls are reserved for the function. Which of its calls is the first that is too many, and why?")
    void aFunctionRunsAsManyCallsAsAreReservedForIt() {
        int reserved = 1 + random.nextInt(5);
        var calls = new RunningCalls(quotas(reserved + 1 + random.nextInt(5), Map.of(function, reserved), Map.of()));
        areAdmitted(calls, function, reserved, "of " + reserved + " that are reserved for it");
        assertThat(calls.runningOf(function))
                .as("each call that was admitted counts as running")
                .isEqualTo(reserved);
        isThrottled(
                calls,
                function,
                "reserved for the function: " + reserved + ", and as many of its calls run",
                "ReservedFunctionConcurrentInvocationLimitExceeded");
    }

    @Checks(
            exercise = "8.2",
            points = 2,
            order = 2,
            hint = "Two functions without a reservation share one limit. Whose calls did you count against it?")
    void functionsWithoutAReservationShareTheLimit() {
        int mine = 1 + random.nextInt(5);
        int theirs = 1 + random.nextInt(5);
        var calls = new RunningCalls(quotas(mine + theirs, Map.of(), Map.of()));
        areAdmitted(calls, function, mine, "of a limit that two functions share");
        areAdmitted(calls, other, theirs, "of a limit that two functions share");
        isThrottled(
                calls,
                function,
                "the two functions together have reached the limit",
                "ConcurrentInvocationLimitExceeded");
    }

    @Checks(
            exercise = "8.2",
            points = 3,
            order = 3,
            hint = "A reservation belongs to its function, busy or not. Do you keep the two accounts apart?")
    void aReservationIsApartFromWhatTheOthersShare() {
        int reserved = 2 + random.nextInt(5);
        int shared = 1 + random.nextInt(5);
        int busy = 1 + random.nextInt(reserved - 1);
        int provisioned = 1 + random.nextInt(reserved - 1);
        var calls =
                new RunningCalls(quotas(reserved + shared, Map.of(function, reserved), Map.of(function, provisioned)));
        areAdmitted(calls, function, busy, "of " + reserved + " that are reserved for it");
        areAdmitted(
                calls,
                other,
                shared,
                "of what is unreserved: the other function's calls and provisioned environments have their room in its reservation");
        isThrottled(calls, other, "what is left of the limit is reserved, even while nobody uses it");
        areAdmitted(
                calls,
                function,
                reserved - busy,
                "of what is reserved for it, although the others have used up theirs");
    }

    @Checks(
            exercise = "8.2",
            points = 1,
            order = 4,
            hint =
                    "Environments are provisioned for a function without a reservation. Whose room is that while they idle?")
    void whatIsProvisionedIsTakenEvenWhileItIsIdle() {
        int provisioned = 2 + random.nextInt(5);
        int rest = 1 + random.nextInt(5);
        int busy = 1 + random.nextInt(provisioned - 1);
        var calls = new RunningCalls(quotas(provisioned + rest, Map.of(), Map.of(function, provisioned)));
        areAdmitted(calls, function, busy, "of " + provisioned + " for which environments are provisioned");
        areAdmitted(calls, other, rest, "of what is neither reserved nor provisioned");
        isThrottled(calls, other, "the rest is taken by provisioned environments, also by those that are idle");
    }

    @Checks(
            exercise = "8.2",
            points = 1,
            order = 5,
            hint =
                    "An environment is kept ready for just this call, and its room is taken already. Whose place could it still take?")
    void aCallForWhichAnEnvironmentIsProvisionedIsAlwaysAdmitted() {
        int provisioned = 1 + random.nextInt(5);
        int rest = 1 + random.nextInt(5);
        var calls = new RunningCalls(quotas(provisioned + rest, Map.of(), Map.of(function, provisioned)));
        areAdmitted(calls, other, rest, "of what is neither reserved nor provisioned");
        areAdmitted(
                calls,
                function,
                provisioned,
                "since as many environments are provisioned for them, although others use all the rest");
    }

    @Checks(
            exercise = "8.2",
            points = 1,
            order = 6,
            hint = "A function may run more calls than environments are provisioned for it. Do those calls count?")
    void beyondWhatIsProvisionedAFunctionSharesLikeTheOthers() {
        int provisioned = 1 + random.nextInt(5);
        int more = 1 + random.nextInt(5);
        int rest = 1 + random.nextInt(5);
        var calls = new RunningCalls(quotas(provisioned + more + rest, Map.of(), Map.of(function, provisioned)));
        areAdmitted(calls, function, provisioned + more, "of a limit that is not reached");
        areAdmitted(calls, other, rest, "of a limit that is not reached");
        isThrottled(calls, other, "all calls together have reached the limit, provisioned or not");
    }

    @Checks(
            exercise = "8.2",
            points = 2,
            order = 7,
            hint = "A throttled call never runs, so nobody will say that it has ended. What did it leave behind?")
    void aThrottledCallLeavesNothingBehindButItsNumber() {
        int reserved = 1 + random.nextInt(5);
        int shared = 1 + random.nextInt(5);
        int throttled = 1 + random.nextInt(5);
        int more = 1 + random.nextInt(5);
        var calls = new RunningCalls(quotas(reserved + shared, Map.of(function, reserved), Map.of()));
        areAdmitted(calls, function, reserved, "of " + reserved + " that are reserved for it");
        areAdmitted(calls, other, shared, "of what is unreserved");
        for (int i = 0; i < throttled; i++) isThrottled(calls, function, "all that are reserved run");
        assertThat(calls.throttled())
                .as("throttled calls since the start, all of a function with a reservation")
                .isEqualTo(throttled);
        for (int i = 0; i < more; i++) isThrottled(calls, other, "what is unreserved is used up");
        assertThat(calls.throttled())
                .as(
                        "throttled calls since the start, %d of a function with a reservation and %d of one without",
                        throttled, more)
                .isEqualTo(throttled + more);
        assertThat(calls.running())
                .as("%d calls were throttled, and still only %d run", throttled + more, reserved + shared)
                .isEqualTo(reserved + shared);
        calls.ended(function);
        areAdmitted(calls, function, 1, "for which a place was given back");
        calls.ended(other);
        areAdmitted(calls, other, 1, "for which a place was given back");
    }

    @Checks(
            exercise = "8.2",
            points = 1,
            order = 8,
            hint = "The owner lowers the limit while more calls run than it allows. When is the next one admitted?")
    void underALowerLimitNothingIsAdmittedUntilEnoughHaveEnded() {
        int lower = 1 + random.nextInt(5);
        int excess = 1 + random.nextInt(5);
        int limit = lower + excess;
        var calls = new RunningCalls(quotas(2 * limit, Map.of(function, limit), Map.of()));
        areAdmitted(calls, function, limit, "of " + limit + " that are reserved for it");
        areAdmitted(calls, other, limit, "of " + limit + " that are unreserved");
        calls.change(quotas(2 * lower, Map.of(function, lower), Map.of()));
        for (int running = limit; running >= lower; running--) {
            isThrottled(calls, function, "reserved for it now: " + lower + ", running: " + running);
            isThrottled(calls, other, "unreserved now: " + lower + ", running: " + running);
            calls.ended(function);
            calls.ended(other);
        }
        areAdmitted(calls, function, 1, "since fewer run than are reserved");
        areAdmitted(calls, other, 1, "since fewer run than are unreserved");
    }

    @Checks(
            exercise = "8.2",
            points = 3,
            order = 9,
            hint = "Two callers look at the same time, and both see the last free place. What must be one step?")
    void theLastPlaceIsGivenToOneOfTwoCallersWhoComeAtOnce() throws Exception {
        Map<FunctionId, Integer> provisioned = oneForEach(functionsThatTakeLongToLookThrough());
        var calls = new RunningCalls(quotas(provisioned.size() + 1, Map.of(), provisioned));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 2; round++) {
                var barrier = new CyclicBarrier(2);
                Callable<Boolean> caller = () -> {
                    barrier.await();
                    return calls.admit(function).isEmpty();
                };
                List<Future<Boolean>> admitted = threads.invokeAll(List.of(caller, caller));
                assertThat(List.of(admitted.get(0).get(), admitted.get(1).get()))
                        .as("two callers come at once for the last place, and one of them gets it")
                        .containsExactlyInAnyOrder(true, false);
                calls.ended(function);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Their names have all the same hash code, so that two looks at them overlap if they can. */
    private static List<FunctionId> functionsThatTakeLongToLookThrough() {
        List<String> names = List.of("");
        while (names.size() < 1024)
            names = names.stream()
                    .flatMap(name -> Stream.of(name + "Aa", name + "BB"))
                    .toList();
        return names.stream()
                .map(name -> new FunctionId("000000000000", "us-east-1", name))
                .toList();
    }

    private static Map<FunctionId, Integer> oneForEach(List<FunctionId> functions) {
        return functions.stream().collect(Collectors.toMap(each -> each, each -> 1));
    }

    private static ConcurrencyQuotas quotas(
            int limit, Map<FunctionId, Integer> reserved, Map<FunctionId, Integer> provisioned) {
        return new ConcurrencyQuotas(limit, reserved, provisioned);
    }

    private static void areAdmitted(RunningCalls calls, FunctionId function, int count, String which) {
        List<Optional<Outcome.Throttled>> refusals = new ArrayList<>();
        for (int i = 0; i < count; i++) refusals.add(calls.admit(function));
        assertThat(refusals).as("%d calls are admitted %s", count, which).containsOnly(Optional.empty());
    }

    private static void isThrottled(RunningCalls calls, FunctionId function, String why) {
        refusal(calls, function, why);
    }

    private static void isThrottled(RunningCalls calls, FunctionId function, String why, String reason) {
        Outcome.Throttled refusal = refusal(calls, function, why);
        assertThat(refusal.reason()).as("the reason, since %s", why).isEqualTo(reason);
        assertThat(refusal.message())
                .as("the message that comes with the reason")
                .isEqualTo("Rate Exceeded.");
    }

    private static Outcome.Throttled refusal(RunningCalls calls, FunctionId function, String why) {
        Optional<Outcome.Throttled> refusal = calls.admit(function);
        assertThat(refusal).as("a call is throttled: %s", why).isPresent();
        return refusal.orElseThrow();
    }
}

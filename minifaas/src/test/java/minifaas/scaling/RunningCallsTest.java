package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import minifaas.function.FunctionId;
import minifaas.invocation.Outcome;
import org.junit.jupiter.api.Test;

class RunningCallsTest {
    private static final FunctionId F = new FunctionId("000000000000", "us-east-1", "f");
    private static final FunctionId G = new FunctionId("000000000000", "us-east-1", "g");
    private static final FunctionId H = new FunctionId("000000000000", "us-east-1", "h");

    private static RunningCalls calls(int limit, Map<FunctionId, Integer> reserved, Map<FunctionId, Integer> ready) {
        return new RunningCalls(new ConcurrencyQuotas(limit, reserved, ready));
    }

    private static void admitted(RunningCalls calls, FunctionId function, int times) {
        for (int i = 0; i < times; i++) assertThat(calls.admit(function)).isEmpty();
    }

    private static void refused(RunningCalls calls, FunctionId function, String reason) {
        assertThat(calls.admit(function)).contains(new Outcome.Throttled(reason, "Rate Exceeded."));
    }

    private static void overTheAccount(RunningCalls calls, FunctionId function) {
        refused(calls, function, "ConcurrentInvocationLimitExceeded");
    }

    private static void overTheReservation(RunningCalls calls, FunctionId function) {
        refused(calls, function, "ReservedFunctionConcurrentInvocationLimitExceeded");
    }

    @Test
    void functionsWithoutAReservationShareTheAccountsConcurrency() {
        RunningCalls calls = calls(3, Map.of(), Map.of());

        admitted(calls, F, 2);
        admitted(calls, G, 1);
        overTheAccount(calls, F);
        overTheAccount(calls, H);
        calls.ended(F);
        admitted(calls, H, 1);

        assertThat(calls.running()).isEqualTo(3);
        assertThat(calls.throttled()).isEqualTo(2);
    }

    @Test
    void aReservationIsAShareAndALimit() {
        RunningCalls calls = calls(5, Map.of(F, 2), Map.of());

        admitted(calls, G, 3);
        overTheAccount(calls, G);
        admitted(calls, F, 2);
        overTheReservation(calls, F);

        assertThat(calls.runningOf(F)).isEqualTo(2);
    }

    @Test
    void aReservationOfZeroStopsAFunction() {
        overTheReservation(calls(1000, Map.of(F, 0), Map.of()), F);
    }

    @Test
    void whatIsProvisionedIsTakenEvenWhileItIsIdle() {
        RunningCalls calls = calls(5, Map.of(), Map.of(F, 2));

        admitted(calls, G, 3);
        overTheAccount(calls, G);
        admitted(calls, F, 2);
        overTheAccount(calls, F);
    }

    @Test
    void whatIsProvisionedWithinAReservationTakesNothingFromOthers() {
        RunningCalls calls = calls(5, Map.of(F, 2), Map.of(F, 2));

        admitted(calls, G, 3);
        admitted(calls, F, 2);
        overTheReservation(calls, F);
    }

    @Test
    void callsGoOnWhenAReservationFallsBelowWhatRuns() {
        RunningCalls calls = calls(5, Map.of(F, 2), Map.of());
        admitted(calls, F, 2);

        calls.change(calls.quotas().withReserved(F, 1));
        overTheReservation(calls, F);
        calls.ended(F);
        overTheReservation(calls, F);
        calls.ended(F);

        admitted(calls, F, 1);
    }

    /** Looking and counting in two steps would let one of two threads through too many. */
    @Test
    void neverMoreRunThanAllowedHoweverManyAskAtOnce() throws Exception {
        RunningCalls calls = calls(3, Map.of(), Map.of());
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var begin = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        var admitted = new ArrayList<Future<Integer>>();
        for (int thread = 0; thread < 8; thread++)
            admitted.add(threads.submit(() -> {
                begin.await();
                int got = 0;
                for (int i = 0; i < 50_000; i++) {
                    if (calls.admit(F).isPresent()) continue;
                    got++;
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    calls.ended(F);
                }
                return got;
            }));
        begin.countDown();

        int total = 0;
        for (Future<Integer> got : admitted) total += got.get(60, TimeUnit.SECONDS);
        threads.shutdown();
        assertThat(most.get()).isBetween(1, 3);
        assertThat(total + calls.throttled()).isEqualTo(8 * 50_000);
        assertThat(calls.running()).isZero();
    }
}

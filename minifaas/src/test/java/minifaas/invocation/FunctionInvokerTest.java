package minifaas.invocation;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import minifaas.function.FunctionVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionInvokerTest {
    private static final FunctionVersion F = version("f");

    private final FakeSandbox.Starter sandboxes = new FakeSandbox.Starter();
    private final Lender environments = new Lender();
    private final FunctionInvoker invoker = new FunctionInvoker(environments);

    /** Hands out sandboxes and counts what comes back. */
    private class Lender implements Environments {
        private final List<Sandbox.Run> released = new ArrayList<>();
        private int lent;

        List<Sandbox.Run> givenBack() {
            return released;
        }

        @Override
        public CompletableFuture<Acquired> acquire(FunctionVersion version) {
            lent++;
            return CompletableFuture.completedFuture(new Granted(sandboxes.start(version, null)));
        }

        @Override
        public void release(Sandbox sandbox, Sandbox.Run run) {
            released.add(run);
        }
    }

    @Test
    void anInvocationTakesAnEnvironmentRunsInItAndGivesItBack() {
        var answer = invoker.invoke(call(F, "id", "{}"));
        assertThat(answer).isNotDone();
        assertThat(environments.released).isEmpty();

        sandboxes.latest().answers("42");

        assertThat(answer.join().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Succeeded.class,
                        answered -> assertThat(answered.payload()).asString().isEqualTo("42"));
        assertThat(environments.released).hasSize(1);
    }

    @Test
    void aDryRunRunsNothing() {
        var dry =
                new Invocation("id", F, F.arn(), new byte[0], Invocation.Type.DRY_RUN, Optional.empty(), "Root=1-2-3");

        assertThat(invoker.invoke(dry).join().outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(environments.lent).isZero();
    }

    static Stream<Outcome> outcomes() {
        Stream<Outcome> errors =
                Stream.of(Outcome.Kind.values()).map(kind -> new Outcome.FunctionError(new byte[0], kind));
        return Stream.concat(
                errors, Stream.of(new Outcome.Succeeded(new byte[0]), new Outcome.Throttled("why", "what")));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theEnvironmentIsGivenBackHoweverTheInvocationEnds(Outcome outcome) {
        var answer = invoker.invoke(call(F, "id", "{}"));

        sandboxes.latest().ends(outcome);

        assertThat(answer.join().outcome()).isSameAs(outcome);
        assertThat(environments.released)
                .singleElement()
                .satisfies(run -> assertThat(run.outcome()).containsSame(outcome));
    }

    @Test
    void whenTheSandboxWasGoneBeforeItTookTheEventTheInvocationRunsInAnother() {
        var gone = new Lender() {
            @Override
            public CompletableFuture<Acquired> acquire(FunctionVersion version) {
                var granted = super.acquire(version);
                if (sandboxes.started().size() < 3) sandboxes.latest().isGoneUnnoticed();
                return granted;
            }
        };
        var answer = new FunctionInvoker(gone).invoke(call(F, "id", "{}"));

        assertThat(sandboxes.started()).hasSize(3);
        assertThat(sandboxes.started())
                .allSatisfy(sandbox -> assertThat(sandbox.events()).containsExactly("run"));
        sandboxes.latest().answers("1");
        assertThat(answer.join().outcome()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(gone.givenBack()).hasSize(3);
    }

    @Test
    void aRefusalIsTheOutcome() {
        var reason = new Outcome.Throttled("ConcurrentInvocationLimitExceeded", "Rate Exceeded.");
        var refusing = new FunctionInvoker(new Environments() {
            @Override
            public CompletableFuture<Acquired> acquire(FunctionVersion version) {
                return CompletableFuture.completedFuture(new Refused(reason));
            }

            @Override
            public void release(Sandbox sandbox, Sandbox.Run run) {
                throw new AssertionError("nothing was lent");
            }
        });

        assertThat(refusing.invoke(call(F, "id", "{}")).join().outcome()).isSameAs(reason);
    }

    @Test
    void withFreshEnvironmentsEachInvocationHasItsOwnAndItIsClosedAfterwards() {
        var fresh = new FunctionInvoker(new FreshEnvironments(sandboxes));
        var first = fresh.invoke(call(F, "one", "{}"));
        var second = fresh.invoke(call(F, "two", "{}"));
        assertThat(sandboxes.started()).hasSize(2);

        sandboxes.started().forEach(sandbox -> sandbox.answers("1"));

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(sandboxes.started())
                .allSatisfy(sandbox -> assertThat(sandbox.events()).containsExactly("run", "close"));
    }
}

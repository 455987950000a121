package minifaas.scaling;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import minifaas.function.FunctionId;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitedInvokerTest {
    private static final FunctionVersion F = version("f");
    private static final Outcome.Throttled REFUSAL = new Outcome.Throttled("reason", "Rate Exceeded.");

    private final List<String> asked = new ArrayList<>();
    private final CompletableFuture<Invoker.Result> within = new CompletableFuture<>();

    private LimitedInvoker invoker(Invoker invoker, Optional<Outcome.Throttled> refusal) {
        return new LimitedInvoker(invoker, new LimitedInvoker.Limits() {
            @Override
            public Optional<Outcome.Throttled> admit(FunctionId function) {
                asked.add("admit " + function.name());
                return refusal;
            }

            @Override
            public void ended(FunctionId function) {
                asked.add("ended " + function.name());
            }
        });
    }

    private LimitedInvoker admitting(Invoker invoker) {
        return invoker(invoker, Optional.empty());
    }

    static Stream<Outcome> outcomes() {
        Stream<Outcome> errors =
                Stream.of(Outcome.Kind.values()).map(kind -> new Outcome.FunctionError(new byte[0], kind));
        return Stream.concat(
                errors,
                Stream.of(
                        new Outcome.Succeeded(new byte[0]),
                        REFUSAL,
                        new Outcome.NoEnvironment(Outcome.Why.PLATFORM, "no disk")));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void aCallThatWasAdmittedEndsWithItsOutcome(Outcome outcome) {
        var answer = admitting(invocation -> within).invoke(call(F, "id", "{}"));
        assertThat(asked).containsExactly("admit f");

        within.complete(new Invoker.Result(outcome, new byte[] {1}));

        assertThat(answer.join().outcome()).isSameAs(outcome);
        assertThat(answer.join().logTail()).containsExactly(1);
        assertThat(asked).containsExactly("admit f", "ended f");
    }

    @Test
    void theCallHasEndedWhenItsResultIsThere() {
        var answer = admitting(invocation -> within).invoke(call(F, "id", "{}"));
        var ended = answer.thenApply(result -> List.copyOf(asked));

        within.complete(new Invoker.Result(REFUSAL, new byte[0]));

        assertThat(ended.join()).containsExactly("admit f", "ended f");
    }

    @Test
    void aCallThatFailsLaterEnds() {
        var answer = admitting(invocation -> within).invoke(call(F, "id", "{}"));

        within.completeExceptionally(new IllegalStateException("a bug"));

        assertThatThrownBy(answer::join).hasRootCauseMessage("a bug");
        assertThat(asked).containsExactly("admit f", "ended f");
    }

    @Test
    void aCallThatFailsAtOnceEnds() {
        for (Throwable failure : List.of(new IllegalStateException("a bug"), new StackOverflowError("a bug"))) {
            asked.clear();
            Invoker failing = invocation -> {
                if (failure instanceof Error error) throw error;
                throw (RuntimeException) failure;
            };

            assertThatThrownBy(() -> admitting(failing).invoke(call(F, "id", "{}")))
                    .isSameAs(failure);
            assertThat(asked).containsExactly("admit f", "ended f");
        }
    }

    @Test
    void aCallWhoseCallerCancelsEndsWithItsOutcomeAllTheSame() {
        var answer = admitting(invocation -> within).invoke(call(F, "id", "{}"));

        answer.cancel(true);
        assertThat(asked).as("it still runs").containsExactly("admit f");
        within.complete(new Invoker.Result(REFUSAL, new byte[0]));

        assertThat(asked).containsExactly("admit f", "ended f");
    }

    @Test
    void aCallThatIsRefusedDoesNotRun() {
        var answer = invoker(
                        invocation -> {
                            throw new AssertionError("it runs");
                        },
                        Optional.of(REFUSAL))
                .invoke(call(F, "id", "{}"));

        assertThat(answer.join().outcome()).isSameAs(REFUSAL);
        assertThat(answer.join().logTail()).isEmpty();
        assertThat(asked).containsExactly("admit f");
    }

    @Test
    void aDryRunNeedsNoAdmission() {
        var dry =
                new Invocation("id", F, F.arn(), new byte[0], Invocation.Type.DRY_RUN, Optional.empty(), "Root=1-2-3");
        within.complete(new Invoker.Result(new Outcome.Accepted(), new byte[0]));

        var answer = invoker(invocation -> within, Optional.of(REFUSAL)).invoke(dry);

        assertThat(answer.join().outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(asked).isEmpty();
    }
}

package minifaas.environment;

import static minifaas.environment.PoolFixture.ANSWERED;
import static minifaas.environment.PoolFixture.granted;
import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import minifaas.invocation.Environments.Refused;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;
import org.junit.jupiter.api.Test;

/** Which environment a call gets, and which one is never used again. */
class WarmPoolTest {
    private final PoolFixture fixture = new PoolFixture(1024);
    private final FakeSandbox.Starter sandboxes = fixture.sandboxes;
    private final WarmPool pool = fixture.pool;

    @Test
    void theFirstCallStartsAnEnvironmentAndWaitsUntilItIsReady() {
        var answer = pool.acquire(version("f"));

        assertThat(sandboxes.started()).hasSize(1);
        assertThat(answer).isNotCompleted();
        sandboxes.latest().isReady();
        assertThat(granted(answer)).isSameAs(sandboxes.latest());
    }

    @Test
    void theNextCallReusesTheWarmEnvironment() {
        FakeSandbox first = fixture.coldCall(version("f"));

        assertThat(granted(pool.acquire(version("f")))).isSameAs(first);
        assertThat(sandboxes.started()).hasSize(1);
    }

    @Test
    void aBusyEnvironmentIsNotGivenToASecondCall() {
        fixture.coldCall(version("f"));
        granted(pool.acquire(version("f")));

        assertThat(pool.acquire(version("f"))).isNotCompleted();
        assertThat(sandboxes.started()).hasSize(2);
    }

    @Test
    void aCallThatWaitsTakesAnEnvironmentThatBecomesFreeBeforeItsOwnIsReady() {
        FakeSandbox first = fixture.coldCall(version("f"));
        Sandbox held = granted(pool.acquire(version("f")));
        var second = pool.acquire(version("f"));

        pool.release(held, ANSWERED);

        assertThat(granted(second)).isSameAs(first);
    }

    @Test
    void theMostRecentlyUsedEnvironmentIsReusedSoThatTheOthersCanExpire() {
        var answers = List.of(pool.acquire(version("f")), pool.acquire(version("f")));
        sandboxes.started().forEach(FakeSandbox::isReady);
        pool.release(granted(answers.get(0)), ANSWERED);
        fixture.clock.advance(Duration.ofSeconds(1));
        pool.release(granted(answers.get(1)), ANSWERED);

        assertThat(granted(pool.acquire(version("f")))).isSameAs(granted(answers.get(1)));
    }

    @Test
    void anEnvironmentThatCannotBeClosedKeepsNoOtherOneOpen() {
        var answers = List.of(pool.acquire(version("f")), pool.acquire(version("f")), pool.acquire(version("f")));
        sandboxes.started().forEach(FakeSandbox::isReady);
        answers.forEach(answer -> pool.release(granted(answer), ANSWERED));
        sandboxes.started().get(0).cannotBeClosed("first");
        sandboxes.started().get(1).cannotBeClosed("second");
        fixture.replaced.add(version("f").deployment());

        assertThatThrownBy(() -> pool.retire(version("f").function()))
                .hasMessageMatching("first|second")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));

        assertThat(sandboxes.latest().events()).contains("close");
    }

    @Test
    void anotherVersionNeverGetsTheEnvironment() {
        fixture.coldCall(version("f", "old", 128));

        assertThat(pool.acquire(version("f", "new", 128))).isNotCompleted();
        assertThat(sandboxes.started()).hasSize(2);
    }

    @Test
    void anEnvironmentWhoseFunctionTimedOutIsNeverUsedAgain() {
        for (var kind : List.of(Outcome.Kind.TIMEOUT, Outcome.Kind.EXIT, Outcome.Kind.INIT)) {
            var answer = pool.acquire(version("f-" + kind));
            FakeSandbox sandbox = sandboxes.latest();
            sandbox.isReady();
            var run = new Sandbox.Run(Optional.of(new Outcome.FunctionError(new byte[0], kind)), new byte[0]);
            pool.release(granted(answer), run);

            assertThat(sandbox.events()).as("after %s", kind).endsWith("close");
            assertThat(pool.acquire(version("f-" + kind))).isNotCompleted();
        }
    }

    @Test
    void anErrorThatTheHandlerReportedLeavesTheEnvironmentUsable() {
        var answer = pool.acquire(version("f"));
        sandboxes.latest().isReady();
        var error = new Outcome.FunctionError(new byte[0], Outcome.Kind.REPORTED);
        pool.release(granted(answer), new Sandbox.Run(Optional.of(error), new byte[0]));

        assertThat(granted(pool.acquire(version("f")))).isSameAs(sandboxes.latest());
    }

    @Test
    void anUpdateLetsGoOfIdleEnvironmentsAtOnceAndOfBusyOnesWhenTheyAreReleased() {
        var idle = fixture.coldCall(version("f", "old", 128));
        var busyAnswer = List.of(pool.acquire(version("f", "old", 128)), pool.acquire(version("f", "old", 128)));
        FakeSandbox busy = sandboxes.latest();
        busy.isReady();
        pool.release(granted(busyAnswer.get(0)), ANSWERED);

        fixture.replaced.add("old");
        pool.retire(version("f").function());

        assertThat(idle.events()).endsWith("close");
        assertThat(busy.events()).doesNotContain("close");
        pool.release(granted(busyAnswer.get(1)), ANSWERED);
        assertThat(busy.events()).endsWith("close");
    }

    @Test
    void anEnvironmentThatEndsByItselfIsForgotten() {
        fixture.coldCall(version("f")).isGone();

        assertThat(pool.acquire(version("f"))).isNotCompleted();
        assertThat(sandboxes.started()).hasSize(2);
    }

    @Test
    void whenInitialisationFailsTheWaitingCallGetsTheSandboxThatKnowsWhy() {
        var answer = pool.acquire(version("f"));

        sandboxes.latest().isGone();

        assertThat(granted(answer)).isSameAs(sandboxes.latest());
        pool.release(granted(answer), Sandbox.Run.notStarted());
        assertThat(pool.census()).isEmpty();
    }

    @Test
    void stoppingEndsIdleAndBusyEnvironmentsAndRefusesCalls() {
        FakeSandbox idle = fixture.coldCall(version("idle"));
        pool.acquire(version("busy"));
        FakeSandbox busy = sandboxes.latest();
        busy.isReady();

        var stopped = pool.stopAll();

        assertThat(idle.events()).endsWith("close");
        assertThat(busy.events()).endsWith("close");
        assertThat(stopped).isNotCompleted();
        idle.isGone();
        busy.isGone();
        assertThat(stopped).isCompleted();
        assertThat(pool.acquire(version("late")).join()).isInstanceOf(Refused.class);
    }
}

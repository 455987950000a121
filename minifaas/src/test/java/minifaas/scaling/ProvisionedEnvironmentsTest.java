package minifaas.scaling;

import static minifaas.invocation.Versions.call;
import static minifaas.invocation.Versions.version;
import static minifaas.scaling.ProvisionedFixture.ANSWERED;
import static minifaas.scaling.ProvisionedFixture.FREEZE_AFTER;
import static minifaas.scaling.ProvisionedFixture.KEEP_ALIVE;
import static minifaas.scaling.ProvisionedFixture.granted;
import static minifaas.scaling.ProvisionedFixture.isClosed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.function.FunctionVersion;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Outcome;
import minifaas.invocation.Sandbox;
import org.junit.jupiter.api.Test;

/** Which call gets which environment, and what becomes of it afterwards. */
class ProvisionedEnvironmentsTest {
    private static final FunctionVersion V1 = version("f", "one", 128);
    private static final FunctionVersion V2 = version("f", "two", 128);
    private static final Sandbox.Run OVERRUN =
            new Sandbox.Run(Optional.of(new Outcome.FunctionError(new byte[0], Outcome.Kind.TIMEOUT)), new byte[0]);

    private final ProvisionedFixture fixture = new ProvisionedFixture(1024);
    private final ProvisionedEnvironments environments = fixture.environments;

    @Test
    void aCallGetsAnEnvironmentThatWasStartedBefore() {
        List<FakeSandbox> ahead = fixture.ready(V1, 2);

        assertThat(List.of(fixture.acquired(V1), fixture.acquired(V1))).containsExactlyInAnyOrderElementsOf(ahead);
        assertThat(fixture.onDemand.started()).isEmpty();
        assertThat(environments.spilledOver()).isZero();
    }

    @Test
    void ofTheIdleOnesTheCallGetsTheOneThatBecameIdleLast() {
        fixture.ready(V1, 2);
        FakeSandbox one = fixture.acquired(V1);
        FakeSandbox other = fixture.acquired(V1);
        environments.release(other, ANSWERED);
        environments.release(one, ANSWERED);

        assertThat(fixture.acquired(V1)).isSameAs(one);
    }

    @Test
    void whatIsMoreThanProvisionedSpillsOverToThePoolAndIsCounted() {
        FakeSandbox ahead = fixture.ready(V1, 1).get(0);
        assertThat(fixture.acquired(V1)).isSameAs(ahead);

        var second = environments.acquire(V1);

        assertThat(second).as("a cold start").isNotDone();
        fixture.onDemand.latest().isReady();
        FakeSandbox spilled = granted(second);
        assertThat(fixture.onDemand.started()).containsExactly(spilled);
        assertThat(environments.spilledOver()).isEqualTo(1);
        environments.release(spilled, ANSWERED);
        assertThat(granted(fixture.pool.acquire(V1)))
                .as("it went back to the pool")
                .isSameAs(spilled);
    }

    @Test
    void aCallThatComesBeforeInitialisationIsOverSpillsOver() {
        fixture.want(V1, 1);

        environments.acquire(V1);

        assertThat(fixture.onDemand.started()).hasSize(1);
        assertThat(environments.spilledOver()).isEqualTo(1);
    }

    @Test
    void callsOfVersionsThatAreNotProvisionedAreThePoolsAndDoNotCount() {
        fixture.ready(V1, 1);

        environments.acquire(V2);

        assertThat(fixture.onDemand.latest().version()).isEqualTo(V2);
        assertThat(environments.spilledOver()).isZero();
    }

    @Test
    void callsOfAVersionThatIsNoLongerWantedDoNotCount() {
        fixture.ready(V1, 1);
        fixture.acquired(V1);
        fixture.want(V1, 0);

        environments.acquire(V1);

        assertThat(environments.census()).isEqualTo(Map.of("BUSY", 1L));
        assertThat(environments.spilledOver()).isZero();
    }

    @Test
    void anEnvironmentThatCannotServeAgainIsEndedAndReplaced() {
        FakeSandbox dirty = fixture.ready(V1, 1).get(0);
        fixture.acquired(V1);

        environments.release(dirty, OVERRUN);

        assertThat(isClosed(dirty)).isTrue();
        assertThat(fixture.ahead.started()).hasSize(2);
        fixture.ahead.latest().isReady();
        dirty.isGone();
        assertThat(fixture.acquired(V1)).isSameAs(fixture.ahead.latest());
        assertThat(environments.census()).isEqualTo(Map.of("BUSY", 1L));
    }

    @Test
    void anEnvironmentThatEndsByItselfDuringACallIsReplacedAtOnce() {
        FakeSandbox lost = fixture.ready(V1, 1).get(0);
        fixture.acquired(V1);

        lost.isGone();
        environments.release(lost, Sandbox.Run.notStarted());

        assertThat(environments.census()).isEqualTo(Map.of("STARTING", 1L));
    }

    @Test
    void anEnvironmentOfAReplacedVersionIsNotUsedAgain() {
        FakeSandbox old = fixture.ready(V1, 1).get(0);
        fixture.acquired(V1);
        fixture.replaced.add(V1.deployment());

        environments.release(old, ANSWERED);

        assertThat(isClosed(old)).isTrue();
    }

    @Test
    void whenAnAliasMovesItsEnvironmentsMoveAndABusyOneFinishesFirst() {
        fixture.ready(V1, 2);
        FakeSandbox busy = fixture.acquired(V1);
        fixture.wanted.remove(V1);

        List<FakeSandbox> moved = fixture.ready(V2, 2);

        assertThat(moved).hasSize(2).allMatch(sandbox -> sandbox.version().equals(V2));
        assertThat(fixture.ahead.started().subList(0, 2))
                .filteredOn(ProvisionedFixture::isClosed)
                .hasSize(1);
        assertThat(isClosed(busy)).isFalse();
        environments.release(busy, ANSWERED);
        assertThat(isClosed(busy)).isTrue();
    }

    @Test
    void fewerAreEndedAndMoreAreStarted() {
        fixture.ready(V1, 2);
        fixture.want(V1, 1);
        assertThat(fixture.ahead.started())
                .filteredOn(ProvisionedFixture::isClosed)
                .hasSize(1);
        fixture.want(V1, 2);
        assertThat(fixture.ahead.started()).hasSize(3);
    }

    @Test
    void anEnvironmentThatIsStoppedWhileItInitialisesIsNeverGranted() {
        fixture.want(V1, 1);
        FakeSandbox stopped = fixture.ahead.latest();
        fixture.want(V1, 0);

        stopped.isReady();

        assertThat(isClosed(stopped)).isTrue();
        environments.acquire(V1);
        assertThat(fixture.onDemand.started()).hasSize(1);
        stopped.isGone();
        assertThat(environments.census()).isEmpty();
    }

    @Test
    void anIdleOneIsFrozenAndThawedForItsCallAndNeverReaped() {
        FakeSandbox ahead = fixture.ready(V1, 1).get(0);
        fixture.clock.advance(FREEZE_AFTER.minusNanos(1));
        assertThat(ahead.events()).isEmpty();
        fixture.clock.advance(FREEZE_AFTER);
        assertThat(ahead.events()).containsExactly("freeze");

        fixture.clock.advance(KEEP_ALIVE.multipliedBy(100));

        assertThat(fixture.acquired(V1)).isSameAs(ahead);
        assertThat(ahead.events()).containsExactly("freeze", "thaw");
    }

    @Test
    void aBusyOneIsNotFrozenHoweverLongTheCallTakes() {
        FakeSandbox ahead = fixture.ready(V1, 1).get(0);
        fixture.acquired(V1).run(call(V1, "id", "{}"));

        fixture.clock.advance(KEEP_ALIVE);

        assertThat(ahead.events()).doesNotContain("freeze");
    }

    @Test
    void notAllInitialiseAtOnce() {
        int atOnce = 2 * Runtime.getRuntime().availableProcessors();
        var large = new ProvisionedFixture(128 * (atOnce + 2));

        large.want(V1, atOnce + 2);

        assertThat(large.ahead.started()).hasSize(atOnce);
        large.ahead.started().get(0).isReady();
        assertThat(large.ahead.started()).hasSize(atOnce + 1);
    }

    @Test
    void onCloseEverythingIsEndedAndThePoolHasItsMemoryBack() {
        fixture.ready(V1, 2);
        FakeSandbox busy = fixture.acquired(V1);
        fixture.want(V1, 3);

        environments.close();
        var empty = fixture.pool.stopAll();

        assertThat(fixture.ahead.started()).hasSize(3).allMatch(ProvisionedFixture::isClosed);
        assertThat(empty).isNotDone();
        fixture.ahead.started().forEach(FakeSandbox::isGone);
        environments.release(busy, Sandbox.Run.notStarted());
        assertThat(empty).isCompleted();
        assertThat(fixture.ahead.started()).as("nothing is started any more").hasSize(3);
    }
}

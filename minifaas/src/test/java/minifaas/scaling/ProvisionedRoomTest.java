package minifaas.scaling;

import static minifaas.invocation.Versions.version;
import static minifaas.scaling.Provision.Status.FAILED;
import static minifaas.scaling.Provision.Status.IN_PROGRESS;
import static minifaas.scaling.Provision.Status.READY;
import static minifaas.scaling.ProvisionedFixture.ANSWERED;
import static minifaas.scaling.ProvisionedFixture.granted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import minifaas.function.FunctionVersion;
import minifaas.invocation.FakeSandbox;
import org.junit.jupiter.api.Test;

/** When provisioned environments cannot be started: no memory, or initialisation that fails. */
class ProvisionedRoomTest {
    private static final FunctionVersion V1 = version("f", "one", 128);
    private static final FunctionVersion OTHER = version("other", "other", 128);

    private static Provision provision(ProvisionedFixture fixture, int requested) {
        return fixture.environments.provision(V1, requested);
    }

    @Test
    void theStatusTellsHowFarItIs() {
        var fixture = new ProvisionedFixture(1024);
        assertThat(provision(fixture, 2)).isEqualTo(new Provision(0, 0, IN_PROGRESS, Optional.empty()));
        fixture.want(V1, 2);
        assertThat(provision(fixture, 2)).isEqualTo(new Provision(2, 0, IN_PROGRESS, Optional.empty()));
        fixture.ahead.latest().isReady();
        assertThat(provision(fixture, 2)).isEqualTo(new Provision(2, 1, IN_PROGRESS, Optional.empty()));
        fixture.ahead.started().get(0).isReady();
        assertThat(provision(fixture, 2)).isEqualTo(new Provision(2, 2, READY, Optional.empty()));
        fixture.acquired(V1);
        assertThat(provision(fixture, 2).status()).as("a busy one is there").isEqualTo(READY);
    }

    @Test
    void withoutMemoryItFailsWithAReasonUntilACallGivesMemoryBack() {
        var fixture = new ProvisionedFixture(256);
        var call = fixture.pool.acquire(OTHER);
        fixture.onDemand.latest().isReady();

        fixture.want(V1, 2);

        assertThat(fixture.ahead.started()).hasSize(1);
        assertThat(provision(fixture, 2).status()).isEqualTo(FAILED);
        assertThat(provision(fixture, 2).reason().orElseThrow()).contains("needs 128 MiB", "256 MiB", "--memory");
        FakeSandbox idle = granted(call);
        fixture.pool.release(idle, ANSWERED);
        assertThat(idle.events()).as("it makes room").endsWith("close");
        assertThat(fixture.ahead.started()).as("not before it is gone").hasSize(1);
        assertThat(provision(fixture, 2).status()).as("room is coming").isEqualTo(IN_PROGRESS);
        idle.isGone();
        assertThat(fixture.ahead.started()).hasSize(2);
    }

    @Test
    void whatIsLentIsMissingInThePoolAndComesBack() {
        var fixture = new ProvisionedFixture(256);
        FakeSandbox ahead = fixture.ready(V1, 1).get(0);
        var first = fixture.environments.acquire(OTHER);
        var second = fixture.environments.acquire(OTHER);
        fixture.onDemand.latest().isReady();
        assertThat(first).isCompleted();
        assertThat(fixture.onDemand.started()).as("no room for another").hasSize(1);

        fixture.want(V1, 0);
        ahead.isGone();

        fixture.onDemand.latest().isReady();
        assertThat(fixture.onDemand.started()).hasSize(2);
        granted(second);
    }

    @Test
    void aFunctionWithoutRoomDoesNotKeepASmallerOneWaiting() {
        var fixture = new ProvisionedFixture(512);

        fixture.want(version("large", "large", 1024), 1);
        fixture.want(V1, 1);

        assertThat(fixture.ahead.latest().version()).isEqualTo(V1);
    }

    @Test
    void anInitialisationThatFailsIsTriedAgainLaterAndLater() {
        var fixture = new ProvisionedFixture(1024);
        fixture.want(V1, 1);

        for (int seconds : new int[] {1, 2, 4, 8}) {
            int before = fixture.ahead.started().size();
            fixture.ahead.latest().isGone();
            assertThat(provision(fixture, 1))
                    .isEqualTo(new Provision(0, 0, FAILED, Optional.of("FUNCTION_ERROR_INIT_FAILURE")));
            fixture.clock.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(fixture.ahead.started())
                    .as("left alone for %d s", seconds)
                    .hasSize(before);
            fixture.clock.advance(Duration.ofNanos(1));
            assertThat(fixture.ahead.started()).hasSize(before + 1);
        }

        fixture.ahead.latest().isReady();
        assertThat(provision(fixture, 1).status()).isEqualTo(READY);
    }

    @Test
    void anEnvironmentThatDiesWhileItIsIdleIsReplacedLaterAndLaterUntilOneServes() {
        var fixture = new ProvisionedFixture(1024);
        fixture.want(V1, 1);

        for (int seconds : new int[] {1, 2, 4}) {
            int before = fixture.ahead.started().size();
            fixture.ahead.latest().isReady();
            fixture.ahead.latest().isGone();
            assertThat(provision(fixture, 1)).isEqualTo(new Provision(0, 0, IN_PROGRESS, Optional.empty()));
            fixture.clock.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(fixture.ahead.started()).hasSize(before);
            fixture.clock.advance(Duration.ofNanos(1));
            assertThat(fixture.ahead.started()).hasSize(before + 1);
        }

        fixture.ahead.latest().isReady();
        fixture.environments.release(fixture.acquired(V1), ANSWERED);
        fixture.ahead.latest().isGone();
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.ahead.started()).hasSize(5);
    }

    @Test
    void whileOneFunctionIsLeftAloneOthersStart() {
        var fixture = new ProvisionedFixture(1024);
        fixture.want(V1, 1);
        fixture.ahead.latest().isGone();

        fixture.want(OTHER, 1);

        assertThat(fixture.ahead.latest().version()).isEqualTo(OTHER);
    }

    @Test
    void whoIsNotWantedAnyMoreIsForgottenAndBeginsAnew() {
        var fixture = new ProvisionedFixture(1024);
        fixture.want(V1, 1);
        fixture.ahead.latest().isGone();

        fixture.want(V1, 0);
        fixture.want(V1, 1);

        assertThat(fixture.ahead.started()).hasSize(2);
        assertThat(provision(fixture, 1).status()).isEqualTo(IN_PROGRESS);
    }
}

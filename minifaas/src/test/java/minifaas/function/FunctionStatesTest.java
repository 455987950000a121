package minifaas.function;

import static minifaas.function.RegistryFixture.F;
import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import minifaas.function.RegistryException.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a function is while its code is prepared, and what it is when that fails. */
class FunctionStatesTest extends WithRegistry {
    private static final String BUSY =
            "The operation cannot be performed at this time. An update is in progress for resource: " + ARN;

    @Test
    void aNewFunctionIsPendingUntilItIsPrepared() {
        fixture.hold();
        FunctionView created = fixture.create("1");
        assertThat(created.state())
                .isEqualTo(new State(State.Name.Pending, "The function is being created.", "Creating"));
        assertThat(created.lastUpdate()).isEmpty();
        assertThat(created.version().version()).isEqualTo("$LATEST");
        refused(
                Kind.RESOURCE_CONFLICT,
                "The operation cannot be performed at this time. The function is currently in the following state: Pending",
                () -> registry().resolve(f(), 0));
        String pending = "The operation cannot be performed at this time. The resource " + ARN
                + " is currently in the following state: 'Pending'. StateReasonCode: 'Creating'";
        refused(Kind.RESOURCE_CONFLICT, pending, () -> fixture.update("2"));
        refused(Kind.RESOURCE_CONFLICT, pending, () -> registry().updateSettings(f(), it -> it, Optional.empty()));
        refused(Kind.RESOURCE_CONFLICT, pending, fixture::publish);
        fixture.release();
        fixture.settle();
        FunctionView active = registry().find(f());
        assertThat(active.state().name()).isEqualTo(State.Name.Active);
        assertThat(active.lastUpdate()).contains(LastUpdate.successful());
        assertThat(active.revisionId()).isNotEqualTo(created.revisionId());
        assertThat(registry().resolve(f(), 0)).isEqualTo(new Resolution(active.version(), ARN));
        assertThat(registry().code(active.version()).resolve("index.js")).hasContent("1");
    }

    @Test
    void theFormerCodeServesUntilTheUpdateIsDone() {
        fixture.createAndWait("old");
        FunctionVersion before = registry().resolve(f(), 0).version();
        fixture.hold();
        FunctionView updating = fixture.update("new");
        assertThat(updating.lastUpdate()).contains(LastUpdate.inProgress());
        assertThat(updating.state().name()).isEqualTo(State.Name.Active);
        assertThat(registry().resolve(f(), 0).version()).isEqualTo(before);
        assertThat(registry().isLive(before)).isTrue();
        assertThat(registry().code(before).resolve("index.js")).hasContent("old");
        refused(Kind.RESOURCE_CONFLICT, BUSY, () -> fixture.update("newer"));
        refused(Kind.RESOURCE_CONFLICT, BUSY, () -> registry().updateSettings(f(), it -> it, Optional.empty()));
        refused(Kind.RESOURCE_CONFLICT, BUSY, fixture::publish);

        var changed = new CopyOnWriteArrayList<FunctionId>();
        registry().whenChanged(changed::add);
        fixture.release();
        fixture.settle();
        FunctionVersion after = registry().resolve(f(), 0).version();
        assertThat(after.deployment()).isNotEqualTo(before.deployment());
        assertThat(registry().isLive(before)).isFalse();
        assertThat(registry().isLive(after)).isTrue();
        Awaitility.await().untilAsserted(() -> assertThat(changed).containsExactly(F));
    }

    @Test
    void anUpdateThatChangesNothingKeepsTheDeployment() {
        fixture.createAndWait("same");
        FunctionView before = registry().find(f());
        FunctionView updating = fixture.update("same");
        assertThat(updating.lastUpdate()).contains(LastUpdate.inProgress());
        fixture.settle();
        FunctionView after = registry().find(f());
        assertThat(after.revisionId()).isNotEqualTo(before.revisionId()).isNotEqualTo(updating.revisionId());
        assertThat(registry().isLive(before.version())).isTrue();
    }

    @Test
    void aFunctionThatCannotBePreparedFailsWithTheReasonAndCanBeRepaired() {
        fixture.failure = "no space left";
        fixture.createAndWait("1");
        assertThat(registry().find(f()).state()).isEqualTo(State.failed("no space left"));
        refused(
                Kind.RESOURCE_CONFLICT,
                "The operation cannot be performed at this time. The function is currently in the following state: Failed",
                () -> registry().resolve(f(), 0));
        refused(
                Kind.RESOURCE_CONFLICT,
                "The operation cannot be performed at this time. The resource " + ARN
                        + " is currently in the following state: 'Failed'. StateReasonCode: 'InternalError'",
                fixture::publish);
        fixture.failure = null;
        fixture.updateAndWait("2");
        assertThat(registry().find(f()).state()).isEqualTo(State.active());
    }

    @Test
    void aVersionThatFailedIsNotTakenForThePublishedOne() {
        fixture.failure = "no space left";
        registry().create(F, SettingsRulesTest.good(), Zips.of("index.js", "1"), Map.of(), true);
        fixture.settle();
        assertThat(registry().find(f("1")).state().name()).isEqualTo(State.Name.Failed);
        fixture.failure = null;
        fixture.updateAndWait("1");
        assertThat(fixture.publish().version().version()).isEqualTo("2");
    }

    @Test
    void afterAFailedUpdateTheFormerCodeGoesOnServing() {
        fixture.createAndWait("1");
        FunctionVersion before = registry().resolve(f(), 0).version();
        fixture.failure = "broken";
        fixture.updateAndWait("2");
        assertThat(registry().find(f()).lastUpdate()).contains(LastUpdate.failed("broken"));
        assertThat(registry().resolve(f(), 0).version()).isEqualTo(before);
    }
}

package minifaas.function;

import static minifaas.function.RegistryFixture.F;
import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import minifaas.function.RegistryException.Kind;
import minifaas.kernel.Threads;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionRegistryTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:f";
    private static final String STALE = "The Revision Id provided does not match the latest Revision Id. Call the"
            + " GetFunction/GetAlias API to retrieve the latest Revision Id";
    private static final String BUSY =
            "The operation cannot be performed at this time. An update is in progress for resource: " + ARN;

    @TempDir
    Path folder;

    private RegistryFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new RegistryFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.release();
        fixture.close();
    }

    private FunctionRegistry registry() {
        return fixture.registry;
    }

    private static void refused(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(RegistryException.class)
                .hasMessage(message)
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(kind);
    }

    // ---- states

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

    @Test
    void aDryRunShowsWhatWouldBeAndChangesNothing() {
        fixture.createAndWait("1");
        FunctionView before = registry().find(f());
        byte[] other = Zips.of("index.js", "2");
        FunctionView would = registry().updateCode(f(), other, Optional.empty(), Optional.empty(), false, true);
        assertThat(would.version().codeSha256()).isEqualTo(Code.of(other).sha256());
        assertThat(registry().find(f())).isEqualTo(before);
    }

    // ---- names and revisions

    @Test
    void whatIsNotThereIsNamedAsTheCallerNamedIt() {
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN,
                () -> registry().find(f()));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":$LATEST",
                () -> registry().resolve(f(), 0));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN,
                () -> registry().delete(f("1")));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":1",
                () -> registry().createAlias(f(), "a", "1", "", Map.of()));
        fixture.createAndWait("1");
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":nope",
                () -> registry().find(f("nope")));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN + ":7",
                () -> registry().resolve(f("7"), 0));
    }

    @Test
    void aNameIsTakenOnce() {
        fixture.createAndWait("1");
        refused(Kind.RESOURCE_CONFLICT, "Function already exist: f", () -> fixture.create("2"));
    }

    @Test
    void aBadNameIsNeverTaken() {
        var bad = new FunctionId("000000000000", "us-east-1", "../f");
        assertThatThrownBy(() -> registry().create(bad, SettingsRulesTest.good(), Zips.of("a", "b"), Map.of(), false))
                .isInstanceOf(RegistryException.class);
    }

    @Test
    void whoKnowsAnOlderRevisionIsStopped() {
        String old = fixture.create("1").revisionId();
        fixture.settle();
        Optional<String> stale = Optional.of(old);
        byte[] zip = Zips.of("index.js", "2");
        refused(
                Kind.PRECONDITION_FAILED,
                STALE,
                () -> registry().updateCode(f(), zip, Optional.empty(), stale, false, false));
        refused(Kind.PRECONDITION_FAILED, STALE, () -> registry().updateSettings(f(), it -> it, stale));
        refused(
                Kind.PRECONDITION_FAILED,
                STALE,
                () -> registry().publish(f(), Optional.empty(), Optional.empty(), stale));
    }

    // ---- versions

    @Test
    void aVersionIsPublishedActiveAndStaysAsItIs() {
        fixture.createAndWait("1");
        String latest = registry().find(f()).revisionId();
        FunctionView one = registry().publish(f(), Optional.of("the first"), Optional.empty(), Optional.of(latest));
        assertThat(one.arn()).isEqualTo(ARN + ":1");
        assertThat(one.state()).isEqualTo(State.active());
        assertThat(one.version().settings().description()).isEqualTo("the first");
        assertThat(registry().find(f()).revisionId()).isNotEqualTo(latest);
        fixture.updateAndWait("2");
        assertThat(registry().find(f("1"))).isEqualTo(one);
        assertThat(registry().resolve(f("1"), 0).version()).isEqualTo(one.version());
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Current operation does not support versions other than $LATEST. Please set the version to $LATEST or"
                        + " do not set a version in your request.",
                () -> registry().updateSettings(f("1"), it -> it, Optional.empty()));
    }

    @Test
    void nothingIsPublishedTwice() {
        fixture.createAndWait("1");
        FunctionView one = fixture.publish();
        String latest = registry().find(f()).revisionId();
        assertThat(registry().publish(f(), Optional.of("other"), Optional.empty(), Optional.empty()))
                .isEqualTo(one);
        assertThat(registry().find(f()).revisionId()).isEqualTo(latest);
        registry().updateSettings(f(), it -> it.withDescription("changed"), Optional.empty());
        fixture.settle();
        assertThat(fixture.publish().version().version()).isEqualTo("2");
    }

    @Test
    void aNumberIsNeverUsedAgain() throws IOException {
        fixture.createAndWait("1");
        fixture.publish();
        registry().delete(f("1"));
        fixture.reopen();
        assertThat(fixture.publish().version().version()).isEqualTo("2");
        assertThat(registry().versions(f()))
                .extracting(FunctionView::arn)
                .containsExactly(ARN + ":$LATEST", ARN + ":2");
    }

    @Test
    void publishingWithAnUnexpectedDigestIsRefused() {
        fixture.createAndWait("1");
        String digest = registry().find(f()).version().codeSha256();
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "CodeSHA256 (other) is different from current CodeSHA256 in $LATEST (" + digest
                        + "). Please try again with the CodeSHA256 in $LATEST.",
                () -> registry().publish(f(), Optional.empty(), Optional.of("other"), Optional.empty()));
    }

    @Test
    void aVersionPublishedWithAnUpdateIsPendingTogetherWithIt() {
        fixture.createAndWait("1");
        fixture.hold();
        FunctionView one =
                registry().updateCode(f(), Zips.of("index.js", "2"), Optional.empty(), Optional.empty(), true, false);
        assertThat(one.arn()).isEqualTo(ARN + ":1");
        assertThat(one.state()).isEqualTo(State.pending());
        assertThat(registry().find(f("1")).revisionId()).isEqualTo(one.revisionId());
        assertThat(registry().find(f()).lastUpdate()).contains(LastUpdate.inProgress());
        fixture.release();
        fixture.settle();
        assertThat(registry().find(f("1")).state()).isEqualTo(State.active());
        assertThat(registry().resolve(f("1"), 0).version().version()).isEqualTo("1");
    }

    @Test
    void aFunctionCanBeCreatedAndPublishedAtOnce() {
        FunctionView one = registry().create(F, SettingsRulesTest.good(), Zips.of("a", "b"), Map.of(), true);
        assertThat(one.version().version()).isEqualTo("1");
        assertThat(one.arn()).isEqualTo(ARN);
        fixture.settle();
        FunctionView again = fixture.publish();
        assertThat(again.version().version()).isEqualTo("1");
        assertThat(again.state()).isEqualTo(State.active());
        assertThat(registry().list("000000000000", "us-east-1", true))
                .extracting(FunctionView::arn)
                .containsExactly(ARN + ":$LATEST", ARN + ":1");
        assertThat(registry().list("000000000000", "us-east-1", false))
                .extracting(FunctionView::arn)
                .containsExactly(ARN);
        assertThat(registry().list("000000000000", "eu-west-1", false)).isEmpty();
        assertThat(registry().usage("000000000000", "us-east-1"))
                .isEqualTo(new Usage(2 * one.version().codeSize(), 1));
    }

    @Test
    void deletionHasItsRules() {
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "$LATEST version cannot be deleted without deleting the function.",
                () -> registry().delete(f("$LATEST")));
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Deletion of aliases is not currently supported.",
                () -> registry().delete(f("PROD")));
        fixture.createAndWait("1");
        FunctionVersion one = fixture.publish().version();
        registry().createAlias(f(), "PROD", "1", "", Map.of());
        refused(
                Kind.RESOURCE_CONFLICT,
                "Unable to delete version because the following aliases reference it: [PROD]",
                () -> registry().delete(f("1")));
        registry().deleteAlias(f(), "PROD");
        registry().delete(f("99"));
        registry().delete(f("1"));
        assertThat(registry().isLive(one)).isFalse();
        FunctionVersion latest = registry().resolve(f(), 0).version();
        registry().delete(f());
        assertThat(registry().isLive(latest)).isFalse();
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Function not found: " + ARN,
                () -> registry().delete(f()));
    }

    @Test
    void codeThatNobodyNeedsIsDeletedLater() {
        fixture.createAndWait("1");
        FunctionVersion old = registry().resolve(f(), 0).version();
        Path code = registry().code(old);
        fixture.updateAndWait("2");
        assertThatThrownBy(() -> registry().archive(old)).isInstanceOf(RegistryException.class);
        assertThat(code).exists();
        Awaitility.await().until(() -> {
            fixture.clock.advance(Duration.ofMinutes(2));
            return Files.notExists(code);
        });
        assertThat(registry().code(registry().find(f()).version())).exists();
    }

    // ---- aliases

    @Test
    void anAliasLeadsToAVersionUnderItsOwnArn() {
        fixture.createAndWait("1");
        FunctionView one = fixture.publish();
        Alias alias = registry().createAlias(f(), "PROD", "1", "live", Map.of());
        assertThat(alias.arn()).isEqualTo(ARN + ":PROD");
        assertThat(registry().find(f("PROD")).arn()).isEqualTo(ARN + ":PROD");
        assertThat(registry().find(f("PROD")).revisionId()).isEqualTo(one.revisionId());
        assertThat(registry().resolve(f("PROD"), 0)).isEqualTo(new Resolution(one.version(), ARN + ":PROD"));
        refused(
                Kind.RESOURCE_CONFLICT,
                "Alias already exists: " + ARN + ":PROD",
                () -> registry().createAlias(f(), "PROD", "1", "", Map.of()));
    }

    @Test
    void aWeightedAliasDividesTheInvocations() {
        twoVersions();
        registry().createAlias(f(), "PROD", "1", "", Map.of("2", 0.2));
        assertThat(registry().resolve(f("PROD"), 0.19).version().version()).isEqualTo("2");
        assertThat(registry().resolve(f("PROD"), 0.2).version().version()).isEqualTo("1");
        var whole = new AliasChange(Optional.of("2"), Optional.empty(), Optional.of(Map.of()), Optional.empty());
        registry().updateAlias(f(), "PROD", whole);
        assertThat(registry().resolve(f("PROD"), 0).version().version()).isEqualTo("2");
    }

    @Test
    void aliasesAreListedByNameAndVersion() {
        twoVersions();
        registry().createAlias(f(), "b", "1", "", Map.of());
        registry().createAlias(f(), "a", "2", "", Map.of());
        registry().createAlias(f(), "2024-01-02", "1", "", Map.of());
        assertThat(registry().aliases(f(), Optional.empty()))
                .extracting(Alias::name)
                .containsExactly("2024-01-02", "a", "b");
        assertThat(registry().aliases(f(), Optional.of("1")))
                .extracting(Alias::name)
                .containsExactly("2024-01-02", "b");
    }

    @Test
    void routingThatMakesNoSenseIsRefused() {
        twoVersions();
        var two = new LinkedHashMap<String, Double>();
        two.put("1", 0.5);
        two.put("2", 0.5);
        String at =
                "1 validation error detected: Value '%s' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: ";
        String shares =
                "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]";
        routing(
                Kind.INVALID_PARAMETER_VALUE,
                "Number of items in AdditionalVersionWeights cannot be greater than 1",
                "1",
                two);
        routing(Kind.VALIDATION, at.formatted("{2=2.0}") + shares, "1", Map.of("2", 2.0));
        routing(Kind.VALIDATION, at.formatted("{2=-1.0}") + shares, "1", Map.of("2", -1.0));
        routing(
                Kind.INVALID_PARAMETER_VALUE,
                "Invalid function version 1. Function version 1 is already included in routing configuration.",
                "1",
                Map.of("1", 0.5));
        routing(Kind.RESOURCE_NOT_FOUND, "Function not found: " + ARN + ":10", "10", Map.of());
        routing(Kind.RESOURCE_NOT_FOUND, "Function not found: " + ARN + ":10", "1", Map.of("10", 0.5));
        routing(
                Kind.INVALID_PARAMETER_VALUE,
                "$LATEST is not supported for an alias pointing to more than 1 version",
                "$LATEST",
                Map.of("1", 0.5));
        routing(
                Kind.VALIDATION,
                at.formatted("{$LATEST=0.5}")
                        + "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]",
                "1",
                Map.of("$LATEST", 0.5));
    }

    private void routing(Kind kind, String message, String version, Map<String, Double> routing) {
        refused(kind, message, () -> registry().createAlias(f(), "a", version, "", routing));
    }

    @Test
    void anAliasIsNotCalledLikeAVersion() {
        fixture.createAndWait("1");
        refused(
                Kind.VALIDATION,
                "1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
                () -> registry().createAlias(f(), "2024", "$LATEST", "", Map.of()));
    }

    @Test
    void anUnknownAliasIsNamed() {
        fixture.createAndWait("1");
        var nothing = new AliasChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Cannot find alias arn: " + ARN + ":no",
                () -> registry().alias(f(), "no"));
        refused(
                Kind.RESOURCE_NOT_FOUND,
                "Alias not found: " + ARN + ":no",
                () -> registry().updateAlias(f(), "no", nothing));
        registry().deleteAlias(f(), "no");
        registry().createAlias(f(), "a", "$LATEST", "", Map.of());
        var stale = new AliasChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("old"));
        refused(Kind.PRECONDITION_FAILED, STALE, () -> registry().updateAlias(f(), "a", stale));
    }

    private void twoVersions() {
        fixture.createAndWait("1");
        fixture.publish();
        fixture.updateAndWait("2");
        fixture.publish();
    }

    // ---- tags

    @Test
    void tagsBelongToTheFunctionAndChangeItsRevision() {
        fixture.createAndWait("1");
        String revision = registry().find(f()).revisionId();
        registry().tag(f(), Map.of("a", "1", "b", "2"));
        registry().tag(f(), Map.of("a", "3"));
        registry().untag(f(), List.of("b", "unknown"));
        assertThat(registry().tags(f())).isEqualTo(Map.of("a", "3"));
        assertThat(registry().find(f()).revisionId()).isNotEqualTo(revision);
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "An error occurred and the request cannot be processed.",
                () -> registry().tag(f(), Map.of()));
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Tags on function aliases and versions are not supported. Please specify a function ARN.",
                () -> registry().tags(f("$LATEST")));
        var many = new LinkedHashMap<String, String>();
        for (int i = 0; i < 50; i++) many.put("key" + i, "");
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Number of tags exceeds resource tag limit.",
                () -> registry().tag(f(), many));
    }

    // ---- restarts

    @Test
    void everythingIsThereAfterARestart() throws IOException {
        twoVersions();
        registry().createAlias(f(), "PROD", "1", "live", Map.of("2", 0.25));
        registry().tag(f(), Map.of("k", "v"));
        List<FunctionView> versions = registry().versions(f());
        List<Alias> aliases = registry().aliases(f(), Optional.empty());
        byte[] archive = registry().archive(versions.get(1).version());
        fixture.reopen();
        assertThat(registry().versions(f())).isEqualTo(versions);
        assertThat(registry().aliases(f(), Optional.empty())).isEqualTo(aliases);
        assertThat(registry().tags(f())).isEqualTo(Map.of("k", "v"));
        assertThat(registry().archive(versions.get(1).version()))
                .isEqualTo(archive)
                .isEqualTo(Zips.of("index.js", "1"));
        assertThat(registry().isLive(versions.get(1).version())).isTrue();
    }

    @Test
    void whatWasInProgressIsFinishedAfterARestart() throws IOException {
        fixture.hold();
        fixture.create("1");
        fixture.reopen();
        assertThat(registry().find(f()).state()).isEqualTo(State.pending());
        fixture.release();
        fixture.settle();
        assertThat(registry().find(f()).state()).isEqualTo(State.active());
        fixture.hold();
        fixture.update("2");
        fixture.reopen();
        assertThat(registry().code(registry().resolve(f(), 0).version()).resolve("index.js"))
                .hasContent("1");
        fixture.release();
        fixture.settle();
        assertThat(registry().code(registry().resolve(f(), 0).version()).resolve("index.js"))
                .hasContent("2");
    }

    @Test
    void unpackedCodeThatIsLostIsMadeAgain() throws IOException {
        fixture.createAndWait("1");
        FunctionVersion version = registry().find(f()).version();
        Files.delete(registry().code(version).resolve("index.js"));
        Files.delete(registry().code(version));
        assertThat(registry().code(version).resolve("index.js")).hasContent("1");
    }

    @Test
    void manyCallersAtOnceGetOneAnswerEach() throws InterruptedException {
        fixture.createAndWait("1");
        fixture.publish();
        registry().createAlias(f(), "PROD", "1", "", Map.of());
        var failures = new CopyOnWriteArrayList<Throwable>();
        var done = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++)
            threads.add(Threads.start("caller", () -> {
                try {
                    while (!done.get()) {
                        FunctionVersion version =
                                registry().resolve(f("PROD"), 0).version();
                        assertThat(registry().isLive(version)).isTrue();
                        assertThat(registry().resolve(f(), 0).version().version())
                                .isEqualTo("$LATEST");
                    }
                } catch (RuntimeException | AssertionError failure) {
                    failures.add(failure);
                }
            }));
        for (int i = 0; i < 30; i++) fixture.updateAndWait("code " + i);
        done.set(true);
        for (Thread thread : threads) thread.join();
        assertThat(failures).isEmpty();
    }

    @Test
    void aChangeThatTheDatabaseRefusesIsNotThere() throws IOException {
        fixture.createAndWait("1");
        FunctionView before = registry().find(f());
        fixture.database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(
                        "create trigger refuse before insert on code begin select raise(abort, 'disk full'); end");
            }
        });
        assertThatThrownBy(() -> fixture.update("2")).hasMessageContaining("disk full");
        assertThat(registry().find(f())).isEqualTo(before);
        fixture.reopen();
        assertThat(registry().find(f())).isEqualTo(before);
    }
}

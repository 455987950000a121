package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import minifaas.environment.KeepAlivePolicy;
import minifaas.environment.PoolRules;
import minifaas.environment.WarmPool;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.RegistryException;
import minifaas.invocation.FakeSandbox;
import minifaas.invocation.Versions;
import minifaas.kernel.Database;
import minifaas.kernel.NotWrittenYet;
import minifaas.kernel.SimulatedClock;
import minifaas.testing.UnixZip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reserved: kept over a restart, and gone with its function. */
class ConcurrencyTest {
    private static final FunctionReference F = reference("000000000000", "f");

    @TempDir
    Path folder;

    private Database database;
    private FunctionRegistry registry;
    private Concurrency concurrency;

    private static FunctionReference reference(String account, String name) {
        return new FunctionReference(new FunctionId(account, "us-east-1", name), Optional.empty());
    }

    @BeforeEach
    void open() throws IOException {
        openRegistry();
        concurrency = new Concurrency(database, registry, 1000);
    }

    private void openRegistry() throws IOException {
        database = Database.open(folder.resolve("minifaas.db"));
        registry = new FunctionRegistry(database, folder.resolve("code"), new SimulatedClock(), version -> {});
    }

    @AfterEach
    void close() {
        registry.close();
        database.close();
    }

    private void create(FunctionReference function) {
        byte[] zip = new UnixZip().executable("bootstrap", "#!/bin/sh\n").bytes();
        var settings = Versions.settings("provided.al2023", "any", 128);
        registry.create(function.function(), settings, zip, Map.of(), true);
    }

    private int unreserved() {
        return concurrency.unreserved("000000000000", "us-east-1");
    }

    @Test
    void whatIsReservedSurvivesARestart() throws IOException {
        create(F);
        create(reference("000000000000", "g"));
        concurrency.reserve(F, 300);
        concurrency.reserve(F, 200);
        concurrency.reserve(reference("000000000000", "g"), 7);
        concurrency.unreserve(reference("000000000000", "g"));

        close();
        open();

        assertThat(concurrency.reservedFor(F)).hasValue(200);
        assertThat(concurrency.reservedFor(reference("000000000000", "g"))).isEmpty();
        assertThat(unreserved()).isEqualTo(800);
    }

    @Test
    void whatIsRefusedChangesNothing() throws IOException {
        create(F);
        concurrency.reserve(F, 200);

        assertThatThrownBy(() -> concurrency.reserve(F, 901)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> concurrency.provision(F.function(), 201)).isInstanceOf(RegistryException.class);

        assertThat(concurrency.reservedFor(F)).hasValue(200);
        close();
        open();
        assertThat(concurrency.reservedFor(F)).hasValue(200);
    }

    @Test
    void aReservationGoesWithItsFunction() throws IOException {
        create(F);
        concurrency.reserve(F, 200);

        registry.delete(F);
        assertThat(unreserved()).isEqualTo(1000);
        create(F);

        assertThat(concurrency.reservedFor(F)).isEmpty();
        close();
        open();
        assertThat(concurrency.reservedFor(F)).isEmpty();
    }

    @Test
    void aReservationWhoseFunctionIsGoneIsDroppedWhenItIsOpened() throws IOException {
        create(F);
        concurrency.reserve(F, 200);
        close();
        openRegistry(); // as when the process dies between the deletion of the two
        registry.delete(F);

        concurrency = new Concurrency(database, registry, 1000);
        assertThat(unreserved()).isEqualTo(1000);

        create(F);
        assertThat(new Concurrency(database, registry, 1000).reservedFor(F)).isEmpty();
    }

    @Test
    void eachAccountHasItsOwnConcurrency() {
        FunctionReference other = reference("111111111111", "f");
        create(F);
        create(other);

        concurrency.reserve(F, 0);
        assertThat(concurrency.admit(F.function())).isPresent();
        assertThat(concurrency.admit(other.function())).isEmpty();

        assertThat(concurrency.reservedFor(other)).isEmpty();
        assertThat(concurrency.running()).isEqualTo(1);
        assertThat(concurrency.throttled()).isEqualTo(1);
        concurrency.ended(other.function());
        assertThat(concurrency.running()).isZero();
    }

    @Test
    void aReservationHoldsEvenWhenTheLimitIsLowerAfterARestart() throws IOException {
        create(F);
        concurrency.reserve(F, 900);
        close();
        openRegistry();

        concurrency = new Concurrency(database, registry, 500);

        assertThat(concurrency.reservedFor(F)).hasValue(900);
        assertThat(concurrency.limit()).isEqualTo(500);
        assertThat(unreserved()).isZero();
        assertThatThrownBy(() -> concurrency.reserve(F, 401)).isInstanceOf(RegistryException.class);
        concurrency.reserve(F, 400);
        assertThat(unreserved()).isEqualTo(100);
    }

    @Test
    void aPlanThatCannotBeMadeStopsNeitherTheStartNorAChange() {
        create(F);
        var missing = new NotWrittenYet("8.5");
        var rules = new PoolRules(128, Duration.ZERO, KeepAlivePolicy.always(Duration.ZERO), version -> true);
        var clock = new SimulatedClock();
        var sandboxes = new FakeSandbox.Starter();
        var ahead = new ProvisionedEnvironments(new WarmPool(sandboxes, rules, clock), sandboxes, rules, clock, () -> {
            throw missing;
        });
        var configs = new ProvisionedConfigs(database, registry, clock, concurrency);
        var provisioned = new ProvisionedConcurrency(configs, ahead, registry);

        provisioned.start();
        registry.createAlias(F, "live", "1", "", Map.of());

        var live = new FunctionReference(F.function(), Optional.of("live"));
        assertThatThrownBy(() -> provisioned.put(live, 1)).isSameAs(missing);
    }

    @Test
    void whatCannotBeStoredIsNotProvisioned() {
        create(F);
        var configs = new ProvisionedConfigs(database, registry, new SimulatedClock(), concurrency);
        var version = new FunctionReference(F.function(), Optional.of("1"));
        FunctionId other = reference("000000000000", "other").function();
        database.execute("alter table provisioned_concurrency rename to hidden");
        assertThatThrownBy(() -> configs.put(version, 900)).isInstanceOf(Database.DatabaseException.class);
        database.execute("alter table hidden rename to provisioned_concurrency");

        assertThat(configs.of(F.function())).isEmpty();
        for (int call = 0; call < 1000; call++)
            assertThat(concurrency.admit(other)).as("call " + call).isEmpty();
    }

    @Test
    void whatIsProvisionedCountsAndCanBeGivenUpEvenWhenTheLimitIsLowerAfterARestart() throws IOException {
        var version = new FunctionReference(F.function(), Optional.of("1"));
        FunctionId other = reference("000000000000", "other").function();
        create(F);
        new ProvisionedConfigs(database, registry, new SimulatedClock(), concurrency).put(version, 300);
        close();
        openRegistry();

        concurrency = new Concurrency(database, registry, 300);
        var configs = new ProvisionedConfigs(database, registry, new SimulatedClock(), concurrency);

        assertThat(concurrency.admit(other)).as("it has all there is").isPresent();
        configs.put(version, 250);
        configs.delete(version);
        assertThat(configs.of(F.function())).isEmpty();
        assertThat(concurrency.admit(other)).isEmpty();
    }
}

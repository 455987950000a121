package minifaas;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import minifaas.aws.ApiServer;
import minifaas.aws.LogRoute;
import minifaas.aws.PlatformState;
import minifaas.aws.StateRoute;
import minifaas.aws.lambda.LambdaApi;
import minifaas.environment.KeepAlivePolicy;
import minifaas.environment.PoolRules;
import minifaas.environment.StartPolicy;
import minifaas.environment.WarmPool;
import minifaas.function.FunctionRegistry;
import minifaas.invocation.Environments;
import minifaas.invocation.FreshEnvironments;
import minifaas.invocation.FunctionInvoker;
import minifaas.invocation.FunctionLog;
import minifaas.invocation.Invoker;
import minifaas.invocation.LanguageRuntimes;
import minifaas.invocation.ProcessSandboxes;
import minifaas.kernel.Database;
import minifaas.kernel.SystemClock;
import minifaas.scaling.Concurrency;
import minifaas.scaling.LimitedInvoker;
import minifaas.scaling.ProvisionedConcurrency;
import minifaas.scaling.ProvisionedConfigs;
import minifaas.scaling.ProvisionedEnvironments;
import minifaas.scaling.ScalingRate;
import minifaas.scaling.ThrottledCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole platform, put together in the order of the chapters. */
public final class Minifaas implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Minifaas.class);
    private static final int WARM = 7;
    private static final int LIMITED = 8;
    private static final int ASYNC = 9;
    private static final Duration TIME_TO_END = Duration.ofSeconds(9);
    private static final int SECONDS_TO_STOP = 10;

    private static final Set<String> LISTENS_ON_LOOPBACK = Set.of("localhost", "0.0.0.0", "::");

    private final String host;
    private final OpenParts parts;
    private final DataFolder folder; //             everything that is kept
    private final SystemClock clock; //             the only source of time
    private final ProcessSandboxes sandboxes; //    where functions run
    private final WarmPool pool; //                 sandboxes that are kept
    private final ProvisionedConcurrency provisioned; // sandboxes started ahead
    private final Events events; //                 what is delivered later
    private final ApiServer server; //              AWS's protocols, over all of it

    private Minifaas(Settings settings, OpenParts parts) throws IOException {
        Path data = settings.data();
        this.host = settings.host();
        this.parts = parts;

        // 0 kernel: one server a data folder, time, and what survives a restart
        folder = parts.add(DataFolder.open(data));
        clock = parts.add(new SystemClock());
        var database = parts.add(Database.open(data.resolve("minifaas.db"), settings.durability()));

        // 5 function: code, configuration, versions, aliases
        var runtimes = new LanguageRuntimes(data.resolve("runtime"), data.resolve("sdk"));
        var registry = parts.add(new FunctionRegistry(database, data.resolve("code"), clock, runtimes::prepare));

        // 6 invocation: what functions print, and where they run
        var functionLog = parts.add(new FunctionLog(database, clock));
        sandboxes = parts.add(new ProcessSandboxes(data, runtimes, registry::code, this::endpoint, functionLog, clock));

        // 7 environment: sandboxes that are kept; 8 says how fast they may become more
        boolean isLimited = settings.through() >= LIMITED;
        var scalingRate = new ScalingRate(settings.scalingRate(), clock);
        registry.whenChanged(function -> {
            if (!registry.exists(function)) scalingRate.forget(function);
        });
        var rules = new PoolRules(
                settings.memoryMiB(),
                settings.freezeAfter(),
                KeepAlivePolicy.always(settings.keepAlive()),
                isLimited ? scalingRate : StartPolicy.always(),
                registry::isLive);
        pool = new WarmPool(sandboxes, rules, clock);
        parts.add(this::endEnvironments);
        registry.whenChanged(pool::retire);

        Environments environments = settings.through() < WARM ? new FreshEnvironments(sandboxes) : pool;

        // 8 scaling: how many calls may run at once, and sandboxes that are started before anybody calls
        var concurrency = new Concurrency(database, registry, settings.concurrency());
        var configs = new ProvisionedConfigs(database, registry, clock, concurrency);
        var ahead =
                parts.add(new ProvisionedEnvironments(pool, sandboxes.provisioned(), rules, clock, configs::wanted));
        provisioned = new ProvisionedConcurrency(configs, ahead, registry);
        var functions = new ThrottledCalls(new FunctionInvoker(isLimited ? ahead : environments));
        Invoker limited = isLimited ? new LimitedInvoker(functions, concurrency) : functions;

        // 9 async: events that nobody waits for, and who is told of them
        events = new Events(settings, parts, registry, concurrency, limited, database, functionLog, clock);
        Invoker invoker = settings.through() >= ASYNC ? events.invoker() : limited;

        // AWS's protocols, over all of it
        var lambda = new LambdaApi(
                new LambdaApi.Parts(
                        registry,
                        invoker,
                        concurrency,
                        provisioned,
                        events.configs(),
                        events.recursionConfigs(),
                        events.targets()),
                clock,
                settings.through(),
                Syllabus.load().titles());
        var routes =
                new LogRoute(registry, functionLog).andThen(new StateRoute(() -> state(concurrency, functions, ahead)));
        server = parts.add(new ApiServer(settings, lambda, routes));
        // before the server: what functions do to events while it goes down is not their failure
        parts.add(events::stop);
    }

    private PlatformState state(Concurrency concurrency, ThrottledCalls functions, ProvisionedEnvironments ahead) {
        long throttled = concurrency.throttled() + functions.count();
        var environments = new HashMap<>(pool.census());
        ahead.census().forEach((state, count) -> environments.merge(state, count, Long::sum));
        return new PlatformState(environments, concurrency.running(), events.depth(), throttled, ahead.spilledOver());
    }

    /**
     * Starts the platform; it serves when this returns.
     *
     * @throws StartException when the port cannot be opened, another server has the data folder, or it is damaged, may not
     *     be written or is none
     * @throws IOException when something in it cannot be used
     */
    public static Minifaas start(Settings settings) throws IOException {
        var parts = new OpenParts();
        boolean isStarted = false;
        try {
            var minifaas = new Minifaas(settings, parts);
            minifaas.server.start();
            if (settings.through() >= LIMITED) minifaas.provisioned.start();
            minifaas.folder.servesAt(minifaas.port());
            if (settings.through() >= ASYNC) minifaas.events.start();
            isStarted = true;
            return minifaas;
        } catch (BindException notOpened) {
            throw new StartException(notOpened.getMessage(), notOpened);
        } catch (Database.DatabaseException damaged) {
            throw new StartException(
                    "the data folder " + settings.data() + " cannot be used: " + damaged.getMessage(), damaged);
        } finally {
            if (!isStarted) parts.close();
        }
    }

    /** The TCP port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Where functions reach this server: an address and not a name, which may lead to IPv6 first. */
    private URI endpoint() {
        if (LISTENS_ON_LOOPBACK.contains(host)) return URI.create("http://127.0.0.1:" + port());
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** Lets running invocations end, for 10 s at most, and stops every environment. */
    @Override
    public void close() {
        // what still runs shortly before the server gives up is ended, so that its caller gets an answer
        clock.after(TIME_TO_END, sandboxes::endAll);
        parts.close();
    }

    private void endEnvironments() {
        try {
            sandboxes.endAll();
            pool.stopAll().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            log.warn("environments did not end; the guardian ends them", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package minifaas;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import minifaas.async.CallerWatch;
import minifaas.async.Destinations;
import minifaas.async.EventDeliveries;
import minifaas.async.EventDelivery;
import minifaas.async.EventInvokeConfigs;
import minifaas.async.EventQueue;
import minifaas.async.FunctionTarget;
import minifaas.async.QueueingInvoker;
import minifaas.async.RecursionConfigs;
import minifaas.async.Targets;
import minifaas.function.FunctionRegistry;
import minifaas.invocation.FunctionLog;
import minifaas.invocation.Invoker;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;
import minifaas.scaling.Concurrency;

/** Chapter 9, put together: the queue of events, their deliveries, and who is told of their end. */
final class Events {
    private final Targets targets = new Targets();
    private final EventInvokeConfigs configs;
    private final RecursionConfigs recursionConfigs;
    private final EventQueue queue;
    private final EventDeliveries deliveries;
    private final Invoker invoker;

    /** @param limited runs the functions, within the limits of chapter 8 */
    Events(
            Settings settings,
            OpenParts parts,
            FunctionRegistry registry,
            Concurrency concurrency,
            Invoker limited,
            Database database,
            FunctionLog functionLog,
            Clock clock)
            throws IOException {
        // a database of its own: its commits wait for nobody's, and may be of another durability
        var events = parts.add(Database.open(settings.data().resolve("events.db"), settings.durability()));
        queue = parts.add(new EventQueue(events));
        var callers = new CallerWatch(limited, clock);
        invoker = new QueueingInvoker(callers, queue, clock);

        configs = new EventInvokeConfigs(database, registry, targets, clock);
        recursionConfigs = new RecursionConfigs(database, registry);
        targets.add("lambda", new FunctionTarget(registry, queue, clock));
        var delivery = new EventDelivery(
                queue,
                limited,
                event -> registry.resolve(event, ThreadLocalRandom.current().nextDouble()),
                configs::of,
                concurrency::isStopped,
                recursionConfigs::of,
                new Destinations(targets, registry, functionLog::append, clock),
                clock);
        deliveries = new EventDeliveries(queue, delivery, callers, clock);
        registry.whenChanged(deliveries::changed);
        concurrency.whenReserved(deliveries::changed);
    }

    /** Accepts events, and passes all other calls on. */
    Invoker invoker() {
        return invoker;
    }

    /** How events of each function are treated. */
    EventInvokeConfigs configs() {
        return configs;
    }

    /** Which functions may feed themselves. */
    RecursionConfigs recursionConfigs() {
        return recursionConfigs;
    }

    /** What takes records and dead letters. */
    Targets targets() {
        return targets;
    }

    /** Begins to deliver, with what is there from before; functions must be able to reach the server. */
    void start() {
        deliveries.start();
    }

    /** Ends deliveries; events are still accepted. */
    void stop() {
        deliveries.close();
    }

    /** How many events there are. */
    long depth() {
        return queue.depth();
    }
}

package minifaas.cli.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import minifaas.cli.LambdaClient;
import minifaas.kernel.Clock;
import minifaas.kernel.Database;
import minifaas.kernel.Database.Durability;

/**
 * How many events a second are accepted while others are delivered, beside how many one-row transactions SQLite itself
 * makes; and what it costs those who wait for an answer that events are delivered meanwhile.
 */
final class EventFigures {
    private static final String EVENT = "{\"name\":\"Ada\"}";
    private static final int MANY = 16;
    private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(2);

    private final Clock clock;
    private final int runs;
    private final Duration time;
    private final Greeter greeter = Floors.isThere(Greeter.NODE.program) ? Greeter.NODE : Greeter.JAVA;

    EventFigures(Clock clock, int runs, Duration time) {
        this.clock = clock;
        this.runs = runs;
        this.time = time;
    }

    /** Prints a figure at a time; each durability has a server of its own. */
    void measure(Path folder) throws IOException {
        for (Durability durability : Durability.values()) {
            Path data = folder.resolve("events-" + durability);
            String[] options = {"--memory", "8192", "--durable", durability.name()};
            try (var queue = Database.open(data.resolve("events.db"));
                    var server = ServerProcess.start(clock, ThisJvm.up(data, options))) {
                new LambdaClient("http://localhost:" + server.port())
                        .deploy("greet", greeter.runtime, greeter.handler, greeter.memoryMiB, greeter.zip());
                accept(load(server, "Event"), queue, durability, folder);
                if (durability == Durability.NORMAL) wait(server, queue);
            }
        }
    }

    private Load load(ServerProcess server, String type) {
        return new Load(clock, server.port(), "/2015-03-31/functions/greet/invocations", EVENT, type);
    }

    private void accept(Load events, Database queue, Durability durability, Path folder) throws IOException {
        var accepted = new ArrayList<Load.Result>();
        var floors = new ArrayList<Double>();
        var delivered = new ArrayList<Double>();
        for (int run = -2; run < runs; run++) { // two that do not count, as for warm calls
            long start = clock.nanos();
            Load.Result result = events.run(MANY, time);
            awaitEmpty(queue);
            double perSecond = result.latencies().getTotalCount() / seconds(start);
            double floor = oneRowTransactions(durability, folder.resolve("floor-" + durability + run + ".db"));
            if (run < 0) continue;
            accepted.add(result);
            delivered.add(perSecond);
            floors.add(floor);
        }
        String name = "events, durable " + durability.name().toLowerCase(Locale.ROOT) + ", ";
        double perSecond = Figure.median(accepted, Load.Result::perSecond);
        double floor = Figure.median(floors, Double::doubleValue);
        System.out.println(
                durability == Durability.NORMAL
                        ? Figure.of(
                                name + "accepted", perSecond, "/s", floor, "at least 3,000 /s", value -> value >= 3000)
                        : Figure.told(name + "accepted", perSecond, "/s", floor));
        System.out.println(Figure.told(
                name + "accepted and all delivered", Figure.median(delivered, Double::doubleValue), "/s", Double.NaN));
    }

    /** What a queue without group commit would have: an event, a commit. */
    private double oneRowTransactions(Durability durability, Path file) throws IOException {
        try (var database = Database.open(file, durability)) {
            database.transaction(connection -> connection
                    .prepareStatement("create table event (id, payload)")
                    .execute());
            long start = clock.nanos();
            int rows = 0;
            for (; clock.since(start).compareTo(time) < 0; rows++) {
                String id = "request-" + rows;
                database.transaction(connection -> {
                    try (var insert = connection.prepareStatement("insert into event values (?, ?)")) {
                        insert.setString(1, id);
                        insert.setString(2, EVENT);
                        return insert.executeUpdate();
                    }
                });
            }
            return rows / seconds(start);
        }
    }

    /** The same calls with an empty queue, while a backlog is delivered, and while events are accepted as well, in turn. */
    private void wait(ServerProcess server, Database queue) throws IOException {
        for (int clients : List.of(1, MANY)) {
            var alone = new ArrayList<Load.Result>();
            var beside = new ArrayList<Load.Result>();
            var besideSender = new ArrayList<Load.Result>();
            Load calls = load(server, "RequestResponse");
            for (int run = -1; run < runs; run++) {
                Load.Result first = calls.run(clients, time);
                // nobody delivers these at once, because somebody calls all the time
                runBeside(calls, load(server, "Event"), MANY);
                Load.Result second = calls.run(clients, time);
                if (waiting(queue) == 0) throw new IOException("the events were delivered before the calls ended");
                awaitEmpty(queue);
                Load.Result third = runBeside(load(server, "Event"), calls, clients);
                awaitEmpty(queue);
                if (run < 0) continue;
                alone.add(first);
                beside.add(second);
                besideSender.add(third);
            }
            if (clients == 1) latency(beside, besideSender, alone);
            else throughput(beside, besideSender, alone);
        }
    }

    private static void latency(List<Load.Result> beside, List<Load.Result> besideSender, List<Load.Result> alone) {
        double p50 = Figure.median(beside, run -> run.micros(50));
        double floor = Figure.median(alone, run -> run.micros(50));
        System.out.println(Figure.of(
                "calls while events are delivered, p50",
                p50,
                "us",
                floor,
                "at most 1.2 x",
                value -> value <= 1.2 * floor));
        double besideP50 = Figure.median(besideSender, run -> run.micros(50));
        System.out.println(Figure.told("calls while events are sent and delivered, p50", besideP50, "us", floor));
    }

    private static void throughput(List<Load.Result> beside, List<Load.Result> besideSender, List<Load.Result> alone) {
        double perSecond = Figure.median(beside, Load.Result::perSecond);
        double floor = Figure.median(alone, Load.Result::perSecond);
        System.out.println(Figure.of(
                "calls while events are delivered, " + MANY + " clients",
                perSecond,
                "/s",
                floor,
                "at least 0.8 x",
                value -> value >= 0.8 * floor));
        double besidePerSecond = Figure.median(besideSender, Load.Result::perSecond);
        System.out.println(Figure.told(
                "calls while events are sent and delivered, " + MANY + " clients", besidePerSecond, "/s", floor));
    }

    /** A load, while one client of another goes on from its beginning to its end. */
    private Load.Result runBeside(Load other, Load load, int clients) throws IOException {
        var thread = Executors.newSingleThreadExecutor();
        try {
            var goingOn = CompletableFuture.runAsync(() -> goOn(other), thread);
            Load.Result result = load.run(clients, time);
            goingOn.join();
            return result;
        } finally {
            thread.shutdown();
        }
    }

    private void goOn(Load load) {
        try {
            load.run(1, time.plus(time.dividedBy(10)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An event that was delivered is no longer in the table, and one that failed is. */
    private void awaitEmpty(Database queue) throws IOException {
        long start = clock.nanos();
        while (waiting(queue) > 0) {
            if (clock.since(start).compareTo(LONGEST_DELIVERY) > 0)
                throw new IOException(waiting(queue) + " events were not delivered");
            try {
                Thread.sleep(5);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private static long waiting(Database queue) {
        return queue.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from event")) {
                return rows.getLong(1);
            }
        });
    }

    private double seconds(long start) {
        return clock.since(start).toNanos() / 1e9;
    }
}

package minifaas.cli.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import minifaas.cli.LambdaClient;
import minifaas.kernel.Clock;

/** How long a warm invocation takes, and how many there can be in a second. */
final class WarmFigures {
    private static final String EVENT = "{\"name\":\"Ada\"}";
    private static final String ANSWER = "{\"message\":\"Hello, Ada!\"}";
    private static final int MANY = 16;

    private final Clock clock;
    private final Floors floors;
    private final int runs;
    private final Duration time;

    WarmFigures(Clock clock, Floors floors, int runs, Duration time) {
        this.clock = clock;
        this.floors = floors;
        this.runs = runs;
        this.time = time;
    }

    /** Loads a running server, and prints a figure at a time. */
    void measure(ServerProcess server, String freezeAfter) throws IOException {
        List<Load.Result> floorOfOne;
        List<Load.Result> floorOfMany;
        try (var floor = floors.server(ANSWER)) {
            var load = new Load(clock, floor.port(), "/", EVENT);
            floorOfOne = runs(load, 1);
            floorOfMany = runs(load, MANY);
        }
        for (Greeter greeter : List.of(Greeter.NODE, Greeter.JAVA)) {
            String name = greeter.program + " function, freeze after " + freezeAfter + " ms, ";
            if (greeter != Greeter.JAVA && !Floors.isThere(greeter.program)) {
                System.out.println(name + "not run: " + greeter.program + " is not on PATH");
                continue;
            }
            new LambdaClient("http://localhost:" + server.port())
                    .deploy(
                            "warm-" + greeter.program,
                            greeter.runtime,
                            greeter.handler,
                            greeter.memoryMiB,
                            greeter.zip());
            String path = "/2015-03-31/functions/warm-" + greeter.program + "/invocations";
            var load = new Load(clock, server.port(), path, EVENT);
            latency(name, runs(load, 1), floorOfOne);
            throughput(name, runs(load, MANY), floorOfMany, greeter == Greeter.NODE ? 4500 : 6000);
        }
    }

    private static void latency(String name, List<Load.Result> measured, List<Load.Result> floor) {
        double p50 = Figure.median(measured, run -> run.micros(50));
        double floorOfP50 = Figure.median(floor, run -> run.micros(50));
        System.out.println(
                Figure.of(name + "p50", p50, "us", floorOfP50, "at most 3 x", value -> value <= 3 * floorOfP50));
        System.out.println(Figure.told(
                name + "p99",
                Figure.median(measured, run -> run.micros(99)),
                "us",
                Figure.median(floor, run -> run.micros(99))));
    }

    private static void throughput(String name, List<Load.Result> measured, List<Load.Result> floor, int wanted) {
        System.out.println(Figure.of(
                name + MANY + " clients",
                Figure.median(measured, Load.Result::perSecond),
                "/s",
                Figure.median(floor, Load.Result::perSecond),
                String.format(Locale.ROOT, "at least %,d /s", wanted),
                value -> value >= wanted));
    }

    /** Two runs that do not count let the just-in-time compilers work and the environments start. */
    private List<Load.Result> runs(Load load, int clients) throws IOException {
        var results = new ArrayList<Load.Result>();
        for (int run = -2; run < runs; run++) {
            Load.Result result = load.run(clients, time);
            if (run >= 0) results.add(result);
        }
        return results;
    }
}

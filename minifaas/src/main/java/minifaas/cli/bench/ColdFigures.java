package minifaas.cli.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minifaas.cli.LambdaClient;
import minifaas.cli.LambdaClient.Answer;

/** How long the first invocation of a function takes, beside the start of its language alone. */
final class ColdFigures {
    private static final Pattern INIT = Pattern.compile("Init Duration: ([0-9.]+) ms");

    private final Floors floors;
    private final int runs;

    ColdFigures(Floors floors, int runs) {
        this.floors = floors;
        this.runs = runs;
    }

    /** Prints a figure at a time. */
    void measure(ServerProcess server) throws IOException {
        var lambda = new LambdaClient("http://localhost:" + server.port());
        for (Greeter greeter : Greeter.values()) {
            if (greeter == Greeter.JAVA || Floors.isThere(greeter.program)) measure(lambda, greeter);
            else System.out.println("cold start, " + greeter.program + ", not run: it is not on PATH");
        }
    }

    /** A floor and a cold start in turn, so that both see the machine in the same mood. */
    private void measure(LambdaClient lambda, Greeter greeter) throws IOException {
        List<String> names = deploy(lambda, greeter);
        List<String> floorCommand = floorCommand(greeter);
        var floorStarts = new ArrayList<Duration>();
        var answers = new ArrayList<Answer>();
        for (String name : names) {
            floorStarts.add(floors.start(floorCommand));
            answers.add(lambda.invoke(name, "{\"name\":\"Ada\"}"));
        }
        double floor = Figure.median(floorStarts, ColdFigures::millis);
        double wall = Figure.median(answers, answer -> millis(answer.waited()));
        double init = Figure.median(answers, ColdFigures::init);
        String name = "cold start, " + greeter.program + ", ";
        System.out.println(wanted(greeter, name + "as the client sees it", wall, floor));
        System.out.println(Figure.told(name + "Init Duration", init, "ms", floor));
    }

    /** Functions that nobody has called yet. */
    private List<String> deploy(LambdaClient lambda, Greeter greeter) throws IOException {
        var names = new ArrayList<String>();
        for (int number = 0; number < 3 * runs; number++) names.add("cold-" + greeter.program + "-" + number);
        for (String name : names)
            lambda.deploy(name, greeter.runtime, greeter.handler, greeter.memoryMiB, greeter.zip());
        return names;
    }

    private static Figure wanted(Greeter greeter, String name, double wall, double floor) {
        if (greeter == Greeter.PYTHON) return Figure.told(name, wall, "ms", floor);
        int allowance = greeter == Greeter.JAVA ? 60 : 25;
        return Figure.of(
                name, wall, "ms", floor, "at most + " + allowance + " ms", value -> value <= floor + allowance);
    }

    private List<String> floorCommand(Greeter greeter) throws IOException {
        return switch (greeter) {
            case NODE -> List.of("node", "-e", "console.log('hello')");
            case PYTHON -> List.of(python(), "-c", "print('hello')");
            case JAVA -> floors.javaCommand();
        };
    }

    /** What is on PATH may be a wrapper that is slower than the interpreter itself, which the platform starts. */
    private String python() throws IOException {
        return floors.lineOf(List.of(Greeter.PYTHON.program, "-c", "import sys; print(sys.executable)"));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double init(Answer answer) {
        Matcher init = INIT.matcher(answer.log());
        return init.find() ? Double.parseDouble(init.group(1)) : Double.NaN;
    }
}

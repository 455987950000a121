package minifaas.course.cli;

import java.io.IOException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import minifaas.cli.Home;
import minifaas.course.handout.HandoutFolder;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.syllabus.Exercise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faas lab}: compiles a lab, runs its tests and says what they said. */
@Command(name = "lab", description = "Compiles and tests what you wrote in a lab.", sortOptions = false)
final class LabCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "LAB", description = "number of its chapter")
    private int number;

    @Option(names = "--watch", description = "runs again at every save, until Ctrl-C")
    private boolean watch;

    @Option(names = "--e2e", description = "runs the end-to-end test even when other tests fail")
    private boolean endToEnd;

    @Option(names = "--seed", paramLabel = "N", description = "repeats the inputs of an earlier run")
    private Long seed;

    @Option(names = "--solution", description = "shows the solutions of the exercises that pass")
    private boolean solution;

    @Option(
            names = "--give-up",
            paramLabel = "EXERCISE",
            arity = "0..1",
            fallbackValue = ALL,
            description = "with --solution: shows it although the exercise does not pass (all of them)")
    private String givenUp;

    private final Paint paint = Paint.ofThisTerminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Lab lab = Lab.of(Home.folder(), number);
        if (watch && solution) throw new ParameterException(command.commandLine(), "--watch shows no solutions");
        if (givenUp != null && !solution)
            throw new ParameterException(command.commandLine(), "--give-up goes with --solution");
        if (solution) return showSolutions(lab);
        var session = new Session(seed, System.out);
        if (watch) {
            new Watch(lab, () -> {
                        System.out.println(paint.quiet("---- " + TIME.format(LocalTime.now()) + " ----"));
                        print(lab, session.run(lab, endToEnd));
                        System.out.println(paint.quiet("Watching " + lab.folder() + "; Ctrl-C ends it."));
                        session.standBy(lab);
                        return null;
                    })
                    .follow();
        }
        LabResult result = session.run(lab, endToEnd);
        print(lab, result);
        return result.passes() ? 0 : 1;
    }

    private void print(Lab lab, LabResult result) {
        new LabReport(System.out, paint).print(lab, result);
    }

    private int showSolutions(Lab lab) throws IOException, InterruptedException {
        if (HandoutFolder.isAt(lab.home()))
            throw new IOException("solutions are with your instructor until their date");
        Set<String> ids = lab.chapter().exercises().stream().map(Exercise::id).collect(Collectors.toSet());
        if (givenUp != null && !givenUp.equals(ALL)) {
            if (!ids.contains(givenUp))
                throw new ParameterException(
                        command.commandLine(), "lab " + number + " has no exercise '" + givenUp + "'");
            ids.retainAll(Set.of(givenUp));
        }
        LabResult result = new Session(seed, System.out).runGraded(lab);
        return new Solution(lab, System.out).print(result, givenUp == null ? Set.of() : ids) ? 0 : 1;
    }
}

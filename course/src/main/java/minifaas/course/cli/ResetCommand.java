package minifaas.course.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import minifaas.cli.Home;
import minifaas.course.lab.Aside;
import minifaas.course.lab.Lab;
import minifaas.course.syllabus.Exercise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code faas reset}: one exercise as it was at the beginning. */
@Command(name = "reset", description = "Puts one exercise back to its beginning, and your version aside.")
final class ResetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXERCISE", description = "such as 7.2")
    private String exercise;

    @Override
    public Integer call() throws IOException {
        Path home = Home.folder();
        Lab lab = Lab.ofExercise(home, exercise);
        Exercise reset = lab.exercise(exercise);
        Optional<Path> aside = Aside.reset(lab, reset);
        System.out.println(exercise + " is as at the beginning in " + home.relativize(lab.source(reset))
                + aside.map(place -> "; your version is in " + home.relativize(place))
                        .orElse(""));
        return 0;
    }
}

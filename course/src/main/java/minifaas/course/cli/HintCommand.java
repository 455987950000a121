package minifaas.course.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import minifaas.cli.Home;
import minifaas.course.handout.HandoutFolder;
import minifaas.course.lab.Hints;
import minifaas.course.lab.Lab;
import minifaas.course.lab.Notes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code faas hint}: the next step towards an exercise. */
@Command(name = "hint", description = "Prints the next hint for an exercise.", sortOptions = false)
final class HintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXERCISE", description = "such as 7.2")
    private String exercise;

    @Option(names = "--step", paramLabel = "N", description = "prints this step, from 1, instead of the next one")
    private Integer step;

    @Option(names = "--all", description = "prints all steps")
    private boolean all;

    @Override
    public Integer call() throws IOException {
        Lab lab = Lab.ofExercise(Home.folder(), exercise);
        List<String> hints = Hints.read(lab).of(exercise);
        if (hints.isEmpty()) throw new IOException("there is no hint for " + exercise);
        if (step != null && (step < 1 || step > hints.size()))
            throw new IOException("the hints for " + exercise + " have the steps 1 to " + hints.size());

        Notes notes = Notes.read(lab);
        int seen = notes.hintsSeen().getOrDefault(exercise, 0);
        int next = Math.min(seen + 1, hints.size());
        int last = all ? hints.size() : step != null ? step : next;
        for (int number = all ? 1 : last; number <= last; number++)
            System.out.println("Step " + number + " of " + hints.size() + ": "
                    + hints.get(number - 1).strip());
        if (step == null && !all && seen == hints.size())
            System.out.println("There are no more hints for " + exercise + ". " + whereItsSolutionIs(lab));
        notes.seen(lab, exercise, last);
        return 0;
    }

    private String whereItsSolutionIs(Lab lab) {
        if (HandoutFolder.isAt(lab.home())) return "Your instructor can tell more.";
        return "What opens its solution: ./faas lab " + lab.chapter().number() + " --solution --give-up=" + exercise;
    }
}

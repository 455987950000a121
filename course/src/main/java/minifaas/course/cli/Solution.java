package minifaas.course.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Notes;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Exercise;

/** Opens solutions: of exercises that pass, and of those that a student gives up. */
final class Solution {
    private final Lab lab;
    private final PrintStream out;

    Solution(Lab lab, PrintStream out) {
        this.lab = lab;
        this.out = out;
    }

    /**
     * Prints the reference's members, and the walkthrough when all of them are open.
     *
     * @param givenUp ids of exercises that are opened although they do not pass; that is noted
     * @return whether all solutions of the lab are open
     */
    boolean print(LabResult result, Set<String> givenUp) throws IOException {
        Notes notes = Notes.read(lab);
        Set<String> early = result.exercises().stream()
                .filter(each -> !each.passes())
                .map(each -> each.exercise().id())
                .filter(givenUp::contains)
                .collect(Collectors.toSet());
        if (!early.isEmpty()) notes.giveUp(lab, early);

        List<ExerciseResult> closed = result.exercises().stream()
                .filter(each -> !each.passes())
                .filter(each -> !notes.givenUp().contains(each.exercise().id()))
                .toList();
        for (ExerciseResult each : result.exercises()) {
            Exercise exercise = each.exercise();
            if (closed.contains(each))
                out.println(exercise.id() + " " + exercise.title() + ": opens when it passes, or with --give-up="
                        + exercise.id());
            else print(exercise);
        }
        if (closed.isEmpty()) new Walkthrough(lab).print(out);
        else out.println("The walkthrough opens with the last exercise.");
        return closed.isEmpty();
    }

    private void print(Exercise exercise) throws IOException {
        JavaSource reference =
                JavaSource.read(lab.reference().resolve(exercise.member().file()));
        out.println(exercise.id() + " " + exercise.title() + ", as minifaas has it:");
        out.println();
        out.println(reference.find(exercise.member()).text());
        out.println();
        out.println(
                "The whole class: " + lab.reference().resolve(exercise.member().file()));
        out.println();
    }
}

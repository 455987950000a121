package minifaas.course.grade.report;

import java.io.PrintStream;
import java.util.List;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.Graded;
import minifaas.course.grade.SubmissionResult;

/** The results of a run, for an instructor at a terminal. */
public final class ScoreTable {
    private static final int LONGEST_NAME = 40;

    private ScoreTable() {}

    /** Prints a line for each submission, what must be known of it, and how protected the scores are. */
    public static void print(PrintStream out, List<Graded> run) {
        int width = run.stream()
                .mapToInt(each -> name(each.result()).length())
                .max()
                .orElse(0);
        for (Graded each : run) {
            SubmissionResult result = each.result();
            var line = new StringBuilder(
                    ("%-" + width + "s  %3d of %d").formatted(name(result), result.points(), result.possible()));
            for (ExerciseGrade exercise : result.exercises())
                line.append("  ").append(exercise.id()).append(": ").append(exercise.points());
            out.println(line);
            result.remarks().stream()
                    .filter(remark -> !remark.equals(result.basis().warning()))
                    .forEach(remark -> out.println("    " + remark));
        }
        run.stream()
                .map(each -> each.result().basis().warning())
                .filter(warning -> !warning.isEmpty())
                .distinct()
                .forEach(out::println);
    }

    private static String name(SubmissionResult result) {
        String name = result.submission();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 3)) + "...";
    }
}

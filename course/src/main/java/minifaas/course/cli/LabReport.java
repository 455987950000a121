package minifaas.course.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import minifaas.course.handout.HandoutFolder;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Problem;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;

/** Prints what a run of a lab said, for a student. */
final class LabReport {
    private static final int MOST_PROBLEMS = 10;

    private final PrintStream out;
    private final Paint paint;

    LabReport(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    void print(Lab lab, LabResult result) {
        int number = lab.chapter().number();
        out.println(paint.strong("Lab " + number + ": " + lab.chapter().title()));
        printProblems(lab, result.problems());
        if (!result.problems().isEmpty()) {
            result.exercises().forEach(this::printNotRun);
            out.flush();
            return;
        }
        result.exercises().forEach(this::print);
        for (TestResult test : result.endToEnd())
            out.println(
                    test.passes()
                            ? "End to end: " + paint.good("passed") + ": "
                                    + test.test().name() + withWhat(result)
                            : "End to end: " + line("failed", test));
        out.println();
        out.println(result.points() + " of " + result.possible() + " points");
        if (result.passes()) {
            printWhatIsNext(lab);
            return;
        }
        if (result.exercises().stream().anyMatch(LabReport::mayDependOnInputs))
            out.println(paint.quiet("The same inputs again: ./faas lab " + number + " --seed " + result.seed()));
        firstOpen(result)
                .ifPresent(exercise -> out.println(
                        paint.quiet("Stuck? ./faas hint " + exercise.exercise().id())));
        out.flush();
    }

    private void printWhatIsNext(Lab lab) {
        // in a handout the solutions are not there
        String solution = HandoutFolder.isAt(lab.home())
                ? ""
                : " What minifaas does, and why: ./faas lab " + lab.chapter().number() + " --solution";
        out.println("All of it is done." + solution);
        out.println("The platform with your classes in it: ./faas up --mine");
        out.flush();
    }

    /** The platform runs the reference's classes where the student's are not complete. */
    private static String withWhat(LabResult result) {
        return result.passesGraded() ? "" : " (with the reference's classes where yours are not written)";
    }

    /** Whether what failed may depend on the inputs. */
    private static boolean mayDependOnInputs(ExerciseResult exercise) {
        return exercise.has(Status.FAILED) || exercise.has(Status.DID_NOT_END);
    }

    private static Optional<ExerciseResult> firstOpen(LabResult result) {
        return result.exercises().stream()
                .filter(exercise -> !exercise.passes())
                .findFirst();
    }

    private void printProblems(Lab lab, List<Problem> problems) {
        problems.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem ->
                        out.println("  " + paint.bad(problem.below(lab.home()).toString())));
        if (problems.size() > MOST_PROBLEMS)
            out.println("  and " + (problems.size() - MOST_PROBLEMS) + " more like these");
        if (!problems.isEmpty()) out.println("  The tests run when that is mended.");
    }

    private void printNotRun(ExerciseResult result) {
        out.println(paint.bar(0, 0) + name(result.exercise()) + ": " + paint.quiet("not run"));
    }

    private void print(ExerciseResult result) {
        out.println(paint.bar(result.points(), result.possible()) + name(result.exercise()) + ": " + result.points()
                + " of " + result.possible() + " points");
        if (result.has(Status.WAITS)) waiting(result).forEach(line -> out.println("    " + line));
        else if (!result.passes() && isUntouched(result))
            out.println("    " + paint.quiet(TestResult.NOT_WRITTEN + ": " + place(result.exercise())));
        else result.tests().forEach(this::print);
        result.hint().ifPresent(hint -> out.println("    hint: " + hint));
    }

    private static String name(Exercise exercise) {
        return exercise.id() + " " + exercise.title();
    }

    /** Where an exercise is to be written. */
    private static String place(Exercise exercise) {
        Member member = exercise.member();
        return member.file().getFileName() + ", " + member.name();
    }

    /** One line for all tests that only wait, and one for each that says more. */
    private Stream<String> waiting(ExerciseResult result) {
        return result.tests().stream()
                .filter(test -> test.status() == Status.WAITS)
                .map(test -> paint.quiet((LabResult.saysMore(test) ? test.test().name() + ": " : "") + test.message()))
                .distinct();
    }

    /** Whether the body is still the starter's, so that all its tests say the same. */
    private static boolean isUntouched(ExerciseResult result) {
        return result.tests().stream()
                .filter(test -> !test.passes())
                .allMatch(test ->
                        test.status() == Status.NOT_WRITTEN && test.message().equals(TestResult.NOT_WRITTEN));
    }

    private void print(TestResult test) {
        switch (test.status()) {
            case PASSED -> {}
            case FAILED, DID_NOT_END -> out.println("    " + line("failed", test));
            case NOT_WRITTEN, WAITS -> out.println("    " + line("waits", test));
            case NOT_RUN -> {
                if (!test.message().isEmpty())
                    out.println("    " + paint.quiet("not run: " + test.test().name() + ": " + test.message()));
            }
        }
    }

    private String line(String what, TestResult test) {
        return paint.bad(what) + ": " + test.test().name() + ": " + test.message();
    }
}

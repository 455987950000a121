package minifaas.course.grade;

import java.io.IOException;
import java.util.List;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabRunner;
import minifaas.course.source.LabSources;

/** What is known of a lab before anything is graded. */
public final class LabTests {
    private LabTests() {}

    /** Its exercises with all their graded tests, none of which has run. */
    public static List<ExerciseGrade> of(Lab lab, LabRunner runner) throws IOException, InterruptedException {
        return runner.list(lab).stream().map(ExerciseGrade::notRun).toList();
    }

    /**
     * What scores rest on that a judge gives.
     *
     * @param jars the program that grades
     */
    public static Basis basis(Lab lab, CourseJars jars, GradingSeed seed, PreparedJudge judge) throws IOException {
        String tests = ContentDigest.ofTests(lab, new LabSources(lab.home()).starters(lab.chapter()), jars);
        return new Basis(seed.fingerprint(), tests, judge.sandbox(), judge.cannotStop());
    }
}

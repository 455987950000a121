package minifaas.course.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import minifaas.course.cli.Faas.Outcome;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.Lab;
import minifaas.course.matrix.LabVariants;
import minifaas.course.matrix.WrongVersion;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Exercise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grades many submissions of lab 7 as an instructor does, and prints how many a minute there are, beside the floor: the
 * same tests in one JVM, without any boundary. {@code -Dgrade.submissions=300} grades a whole course. How fast it is depends
 * on what else the machine does, so that no number of it fails the test.
 */
@Tag("long")
@Tag("once")
class GradingSpeedTest {
    private static final int LAB = 7;
    private static final int SUBMISSIONS = Integer.getInteger("grade.submissions", 20);
    private static final long LONGEST_SECONDS = 1_800;
    private static final double NANOS_A_MINUTE = 60e9;

    @TempDir
    private Path folder;

    @Test
    void eachOfManyGetsTheScoreThatItGetsWithoutABoundary() throws Exception {
        Path home = Files.createDirectory(folder.resolve("course"));
        Lab lab = CourseCopy.withLab(LAB, home);
        var variants = new LabVariants(lab, folder.resolve("variants"));
        List<WrongVersion> mistakes = List.copyOf(variants.wrongVersions());
        for (int i = 0; i < SUBMISSIONS; i++) handIn(lab, i, mistakes.get(i % mistakes.size()));

        Faas faas = Faas.ofHome(home);
        Path key = Files.writeString(folder.resolve("key"), "key for a measurement");
        long start = System.nanoTime();
        Outcome outcome = faas.run(
                LONGEST_SECONDS,
                "grade",
                "--lab",
                Integer.toString(LAB),
                "--key",
                key.toString(),
                "--out",
                folder.resolve("results").toString(),
                folder.resolve("submissions").toString());
        double perMinute = perMinute(SUBMISSIONS, System.nanoTime() - start);
        assertThat(outcome.exit()).as(outcome.output()).isZero();

        start = System.nanoTime();
        var expected = new ArrayList<Integer>();
        for (WrongVersion mistake : mistakes)
            expected.add(points(variants.wrong(mistake, new Random().nextLong(), null)));
        double floor = perMinute(mistakes.size(), System.nanoTime() - start);
        System.out.printf(
                "Grading lab %d: %.0f submissions a minute (%d of them); %.0f without a boundary, in one JVM%n",
                LAB, perMinute, SUBMISSIONS, floor);

        List<String> book = Files.readAllLines(folder.resolve("results/grades.csv"));
        for (int i = 0; i < SUBMISSIONS; i++)
            assertThat(book.get(i + 1))
                    .as(mistakes.get(i % mistakes.size()).toString())
                    .startsWith(name(i) + "," + LAB + "," + expected.get(i % mistakes.size()) + ",");
    }

    private static double perMinute(int count, long nanos) {
        return count * NANOS_A_MINUTE / nanos;
    }

    private static int points(Collection<ExerciseResult> exercises) {
        return exercises.stream().mapToInt(ExerciseResult::points).sum();
    }

    private static String name(int number) {
        return "student-%03d".formatted(number);
    }

    /** The reference with one mistake, told from other submissions with the same mistake by a comment. */
    private void handIn(Lab lab, int number, WrongVersion mistake) throws IOException {
        for (Exercise exercise : lab.chapter().exercises()) {
            Path file = exercise.member().file();
            JavaSource reference = JavaSource.read(lab.reference().resolve(file));
            Exercise wrong = lab.exercise(mistake.exercise());
            String text = (wrong.member().file().equals(file) ? mistake.in(reference, wrong) : reference).text();
            Path copy = folder.resolve("submissions").resolve(name(number)).resolve(file);
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, text + "\n// " + name(number) + "\n");
        }
    }
}

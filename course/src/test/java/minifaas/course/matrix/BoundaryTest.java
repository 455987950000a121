package minifaas.course.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.judge.SubmissionJudge;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.TestResult;
import minifaas.course.sandbox.Limits;
import minifaas.course.sandbox.PlainProcess;
import minifaas.course.syllabus.Syllabus;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verdict of the matrix is the same when the student's classes are in a process of their own. */
@Tag("long")
@Tag("once")
class BoundaryTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private static Path scratch;

    private final long seed = new Random().nextLong();

    static Stream<Lab> labs() throws IOException {
        return Lab.all(HOME, Syllabus.read(HOME)).stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void theSameVersionsGetTheSameVerdicts(Lab lab) throws Exception {
        var variants = new LabVariants(lab, scratch);
        var differences = new ArrayList<String>();
        var workers = new PlainProcess(new SystemClock(), "a test needs no better one");
        try (var judge = new SubmissionJudge(CourseJars.ofThisJvm(), lab, workers, Limits.USUAL, seed)) {
            judge.prepare();
            for (LabVariants.Variant each : variants.variants()) {
                Path work = scratch.resolve("boundary")
                        .resolve(lab.chapter().fileName())
                        .resolve(each.name());
                Path sources = variants.submission(each, work.resolve("src"));
                LabResult judged = judge.judge(sources, work, result -> {});
                assertThat(judged.problems()).as(each.name()).isEmpty();
                differences.addAll(differences(each.name(), variants.run(each, seed, null), judged.exercises()));
            }
        }
        assertThat(differences)
                .as("verdicts that the boundary changes, seed %d", seed)
                .isEmpty();
    }

    private static List<String> differences(
            String variant, List<ExerciseResult> directly, List<ExerciseResult> judged) {
        Map<String, String> messages = new HashMap<>();
        for (ExerciseResult exercise : judged)
            for (TestResult test : exercise.tests()) messages.put(test.test().id(), test.message());
        Map<String, String> across = LabVariants.statuses(judged);
        return LabVariants.statuses(directly).entrySet().stream()
                .filter(expected -> !expected.getValue().equals(across.get(expected.getKey())))
                .map(expected -> variant + ": " + expected + " and not " + across.get(expected.getKey()) + ": "
                        + messages.get(expected.getKey()))
                .toList();
    }
}

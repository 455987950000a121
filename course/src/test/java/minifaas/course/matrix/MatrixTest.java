package minifaas.course.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.GradedTest;
import minifaas.course.lab.Lab;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestResult;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Misconception;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests of the labs, tested: each fails where it must, passes where it must, and is needed. */
class MatrixTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final int SHUFFLED_RUNS = 20;
    private static final Map<Lab, LabVariants> VARIANTS = new HashMap<>();
    private static final int FEWEST_MISCONCEPTIONS = 5;

    @TempDir
    private static Path scratch;

    private final long seed = new Random().nextLong();

    /** One for each lab, since compiling its variants takes longest; with {@code -Dlab=7} for that lab alone. */
    static Stream<LabVariants> labs() throws IOException {
        var labs = new ArrayList<LabVariants>();
        Integer only = Integer.getInteger("lab");
        for (Lab lab : Lab.all(HOME, Syllabus.read(HOME)))
            if (only == null || only == lab.chapter().number())
                labs.add(VARIANTS.computeIfAbsent(lab, each -> new LabVariants(each, scratch)));
        return labs.stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void noTestPassesOnTheStarterAndEveryTestOnTheReference(LabVariants lab) throws IOException {
        for (ExerciseResult exercise : lab.written(none -> false, seed, null)) {
            assertThat(exercise.tests())
                    .as("tests of %s", exercise.exercise().id())
                    .isNotEmpty();
            for (TestResult test : exercise.tests())
                assertThat(test.status())
                        .as("%s on the starter: %s", test.test().id(), test.message())
                        .isIn(Status.NOT_WRITTEN, Status.FAILED, Status.WAITS);
        }
        for (ExerciseResult exercise : lab.reference(seed)) passes(exercise, "on the reference");
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyExerciseCanBeDoneAlone(LabVariants lab) throws IOException {
        for (Exercise exercise : lab.exercises()) {
            Set<String> written = withNeeds(exercise, lab.exercises());
            for (ExerciseResult result : lab.written(each -> written.contains(each.id()), seed, null))
                if (result.exercise().equals(exercise)) passes(result, "with nothing else written but " + written);
        }
    }

    private static Set<String> withNeeds(Exercise exercise, List<Exercise> all) {
        var ids = new HashSet<>(Set.of(exercise.id()));
        for (Exercise other : all) if (exercise.needs().contains(other.id())) ids.addAll(withNeeds(other, all));
        return ids;
    }

    private void passes(ExerciseResult exercise, String where) {
        for (TestResult test : exercise.tests())
            assertThat(test.status())
                    .as("%s %s, seed %d: %s", test.test().id(), where, seed, test.message())
                    .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @MethodSource("labs")
    @Tag("long")
    @Tag("once")
    void everyMisconceptionIsRejectedWithItsHintAndEveryTestIsNeeded(LabVariants lab) throws IOException {
        var tests = new TreeMap<String, GradedTest>();
        var rejections = new ArrayList<String>();
        var needed = new HashSet<String>();
        var wrongVersions = lab.wrongVersions();
        for (WrongVersion wrong : wrongVersions) {
            for (ExerciseResult exercise : lab.wrong(wrong, seed, null)) {
                exercise.tests().forEach(test -> tests.put(test.test().id(), test.test()));
                if (!exercise.exercise().id().equals(wrong.exercise())) {
                    isNoConcernOf(exercise, wrong);
                    continue;
                }
                List<TestResult> rejecting =
                        exercise.tests().stream().filter(test -> !test.passes()).toList();
                assertThat(rejecting)
                        .as("tests that reject %s, seed %d", wrong, seed)
                        .isNotEmpty();
                assertThat(exercise.hint())
                        .as(
                                "the hint for %s, from %s: %s",
                                wrong,
                                rejecting.get(0).test().id(),
                                rejecting.get(0).message())
                        .contains(wrong.hint());
                rejections.add(wrong + ": "
                        + rejecting.stream().map(test -> test.test().name()).toList());
                if (rejecting.size() == 1) needed.add(rejecting.get(0).test().id());
            }
        }
        assertThat(wrongVersions).hasSizeGreaterThanOrEqualTo(FEWEST_MISCONCEPTIONS);
        assertThat(wrongVersions.stream().map(wrong -> new Misconception(wrong.name(), wrong.exercise())))
                .as("the files and the syllabus agree on the exercise that each misconception gets wrong")
                .containsExactlyInAnyOrderElementsOf(lab.misconceptions());
        assertThat(wrongVersions.stream().map(WrongVersion::exercise).collect(Collectors.toSet()))
                .as("exercises with a misconception")
                .containsExactlyInAnyOrderElementsOf(
                        lab.exercises().stream().map(Exercise::id).toList());
        areNeeded(tests, needed, rejections);
    }

    private void isNoConcernOf(ExerciseResult exercise, WrongVersion wrong) {
        if (exercise.exercise().needs().contains(wrong.exercise())) return;
        passes(exercise, "is of another exercise than " + wrong);
    }

    private static void areNeeded(Map<String, GradedTest> tests, Set<String> needed, List<String> rejections) {
        List<GradedTest> others = tests.values().stream()
                .filter(test -> !needed.contains(test.id()))
                .toList();
        assertThat(others.stream().filter(test -> test.why().isEmpty()).map(GradedTest::id))
                .as(
                        "tests that are the only ones to reject no misconception, and say not why they are there:%n%s",
                        String.join("\n", rejections))
                .isEmpty();
        assertThat(4 * others.size())
                .as("one test in four at most may need a reason: %s", others)
                .isLessThanOrEqualTo(tests.size());
    }

    @ParameterizedTest
    @MethodSource("labs")
    @Tag("long")
    @Tag("once")
    void neitherTheSeedNorTheOrderChangesWhatTheTestsSay(LabVariants lab) throws IOException {
        Map<String, String> starter = LabVariants.statuses(lab.written(none -> false, seed, null));
        var wrongVersions = new ArrayList<>(lab.wrongVersions());
        for (int i = 0; i < SHUFFLED_RUNS; i++) {
            long other = seed + i;
            for (ExerciseResult exercise : lab.written(all -> true, other, other))
                passes(exercise, "in an order shuffled with " + other);
            assertThat(LabVariants.statuses(lab.written(none -> false, other, other)))
                    .as("the starter with seed %d", other)
                    .isEqualTo(starter);
            WrongVersion wrong = wrongVersions.get(i % wrongVersions.size());
            assertThat(LabVariants.statuses(lab.wrong(wrong, other, other)))
                    .as("%s with seed %d", wrong, other)
                    .isEqualTo(LabVariants.statuses(lab.wrong(wrong, seed, null)));
        }
    }
}

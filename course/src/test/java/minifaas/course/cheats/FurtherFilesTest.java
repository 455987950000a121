package minifaas.course.cheats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import minifaas.course.grade.TakenFromZip;
import minifaas.course.lab.Lab;
import minifaas.course.source.LabSources;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cheat brings beside the classes of the exercises is left in its zip, and never reaches the judge. */
class FurtherFilesTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path CHEATS = Path.of("src", "test", "cheats");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ReplacesATestClass", "ShadowsJUnit"})
    void onlyTheClassesOfTheExercisesAreTaken(String name) throws IOException {
        Cheat cheat = Cheat.read(CHEATS.resolve(name + ".java"), Map.of());
        Lab lab = Lab.of(HOME, cheat.chapter());
        Path submitted = new CheatingSubmission(cheat, lab, lab.sources()).writeTo(folder.resolve("submitted"));
        Path taken = folder.resolve("taken");

        TakenFromZip.take(lab, submitted, taken);

        List<Path> exercises = List.copyOf(LabSources.exercises(lab.chapter()).keySet());
        assertThat(filesIn(submitted)).containsAll(exercises).hasSizeGreaterThan(exercises.size());
        assertThat(filesIn(taken)).containsExactlyInAnyOrderElementsOf(exercises);
        for (Path file : exercises) assertThat(taken.resolve(file)).hasSameBinaryContentAs(submitted.resolve(file));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }
}

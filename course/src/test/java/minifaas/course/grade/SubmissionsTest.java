package minifaas.course.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionsTest {
    private static final Path RESULTS = Path.of("results");

    @TempDir
    private Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private List<String> names() throws IOException {
        return Submissions.in(folder, RESULTS).stream().map(Submission::name).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minifaas/environment/Inventory.java", "src/main/x", "labs/07/x", ".git/HEAD"})
    void aFolderWithAPartOfTheCourseIsOneSubmission(String file) throws IOException {
        files(file, "notes/x.txt");
        assertThat(names()).containsExactly(folder.getFileName().toString());
    }

    @Test
    void aFolderWithAClassIsOneSubmission() throws IOException {
        files("Inventory.java", "notes.txt", ".idea/x", "__MACOSX/x");
        assertThat(names()).containsExactly(folder.getFileName().toString());
    }

    @ParameterizedTest
    @CsvSource({"Inventory.java, ada.zip", "Inventory.java, ada/Inventory.java", "src/x, ada.ZIP", ".git/HEAD, ada.zip"
    })
    void aFolderThatMayAsWellBeManyIsRefused(String sign, String other) throws IOException {
        files(sign, other);
        assertThatThrownBy(this::names)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s may be one submission, because of %s, or many, because of %s: give --one, or move one of"
                                + " the two away",
                        folder, Path.of(sign).getName(0), Path.of(other).getName(0));
        assertThat(Submissions.only(folder).name())
                .isEqualTo(folder.getFileName().toString());
    }

    @Test
    void theResultsAreNoSubmission() throws IOException {
        files("ada.zip", "results/grades.csv");
        Path results = folder.resolve("./results");
        assertThat(Submissions.in(folder, results)).extracting(Submission::name).containsExactly("ada");
        assertThatThrownBy(() -> Submissions.in(folder, folder.resolve(".")))
                .isInstanceOf(IOException.class)
                .hasMessage("the results can't go into the folder of the submissions: " + folder);
    }

    @Test
    void aClassWithItsResultsBesideItIsOneSubmission() throws IOException {
        files("Inventory.java", "results/grades.csv");
        assertThat(Submissions.in(folder, folder.resolve("results"))).hasSize(1);
    }

    @Test
    void eachEntryOfAnyOtherFolderIsOneUnderItsOwnName() throws IOException {
        files(
                "Ada Lovelace_12345_assignsubmission_file/src/x",
                "hopper_grace_987_LATE_lab-7.zip",
                "Çelik Ünal_3.ZIP",
                "late.rar",
                ".DS_Store",
                "__MACOSX/x");
        assertThat(names())
                .containsExactly(
                        "Ada Lovelace_12345_assignsubmission_file",
                        "hopper_grace_987_LATE_lab-7",
                        "late.rar",
                        "Çelik Ünal_3");
    }

    @Test
    void twoOfOneNameKeepTheirEndingsAndTheirOwnFiles() throws IOException {
        files("ada.zip", "ada/src/x");
        assertThat(names()).containsExactly("ada", "ada.zip");
        assertThat(Submissions.in(folder, RESULTS).stream().map(Submission::id)).containsExactly("ada", "ada.zip");
    }

    @Test
    void aFolderCanBeToldToBeOne() throws IOException {
        files("lab/src/x", "other/y");
        assertThat(Submissions.only(folder).place()).isEqualTo(folder.toRealPath());
    }

    @Test
    void aLongNameMakesAnIdThatFileSystemsTake() throws IOException {
        var one = new Submission(Path.of("Ü".repeat(120) + "a"), "a");
        var other = new Submission(Path.of("Ü".repeat(120) + "b"), "b");
        Files.writeString(folder.resolve(one.id() + ".json.part"), "");
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void anIdIsInAsciiAndOfTheNameAlone() throws IOException {
        files("Çelik Ünal.zip", "Celik Unal.zip", "other/Çelik Ünal.zip");
        String id = new Submission(folder.resolve("Çelik Ünal.zip"), "").id();
        assertThat(id).matches("_elik_+nal\\.zip-[0-9a-f-]{36}");
        assertThat(new Submission(folder.resolve("other/Çelik Ünal.zip"), "").id())
                .isEqualTo(id);
        assertThat(new Submission(folder.resolve("Celik Unal.zip"), "").id()).isEqualTo("Celik Unal.zip");
    }

    @ParameterizedTest
    @CsvSource({"missing, does not exist", "'', there is nothing to grade in"})
    void nothingToGradeIsSaid(String place, String line) {
        assertThatThrownBy(() -> Submissions.in(folder.resolve(place), RESULTS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(line);
    }
}

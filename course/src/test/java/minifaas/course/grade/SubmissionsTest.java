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
        return Submissions.in(folder).stream().map(Submission::name).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Inventory.java", "minifaas/environment/Inventory.java", "src/main/x", "labs/07/x", ".git/HEAD"})
    void aFolderWithAPartOfTheCourseIsOneSubmission(String file) throws IOException {
        files(file, "notes/x.txt");
        assertThat(names()).containsExactly(folder.getFileName().toString());
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
        assertThat(Submissions.in(folder).stream().map(Submission::id)).containsExactly("ada", "ada.zip");
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
        assertThatThrownBy(() -> Submissions.in(folder.resolve(place)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(line);
    }
}

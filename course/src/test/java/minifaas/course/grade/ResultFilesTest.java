package minifaas.course.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import minifaas.course.lab.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFilesTest {
    private static final SubmissionResult RESULT =
            Samples.result("ada", Samples.UNPROTECTED, Status.PASSED, Status.FAILED, Status.NOT_RUN);
    private static final Submission ADA = new Submission(Path.of("ada.zip"), "ada");

    @TempDir
    private Path folder;

    private ResultFiles files;

    @BeforeEach
    void aFolder() throws IOException {
        files = new ResultFiles(folder);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(files.read(ADA)).isEmpty();
        files.write(ADA, RESULT);
        assertThat(files.read(ADA)).contains(RESULT);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve("ada.zip.json"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"status\" : \"PASSED\"', '\"status\" : \"MAGIC\"', enumeration",
        "'\"status\" : \"PASSED\"', '\"status\" : \"FAILED\"', 0",
        "'\"protected\" : false', '\"protected\" : true', at most 0",
        "'\"done\" : true', '\"done\" : \"yes\"', boolean",
        "'\"notes\"', '\"hints\"', hints",
        "minifaas/submission-result/v1, minifaas/submission-result/v9, constant",
        "5eed5eed5eed5eed, unknown, pattern",
        "'}', '', it is not a result: Unexpected character"
    })
    void aFileThatIsNoResultIsSaidToBeNone(String text, String other, String line) throws IOException {
        files.write(ADA, RESULT);
        String json = Files.readString(files.of(ADA));
        assertThat(json).contains(text);
        Files.writeString(files.of(ADA), json.replace(text, other));
        assertThatThrownBy(() -> files.read(ADA))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(line);
    }

    @Test
    void pointsAreCountedAndNotRead() throws IOException {
        files.write(ADA, RESULT);
        String json = Files.readString(files.of(ADA));
        Files.writeString(files.of(ADA), json.replaceFirst("\"points\" : \\d+", "\"points\" : 1000"));
        assertThat(files.read(ADA).orElseThrow().points()).isEqualTo(RESULT.points());
    }
}

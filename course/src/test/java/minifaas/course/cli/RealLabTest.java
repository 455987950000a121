package minifaas.course.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minifaas.cli.Sample;
import minifaas.course.cli.Faas.Outcome;
import minifaas.course.lab.Lab;
import minifaas.course.lab.PlatformClient;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Exercise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lab 5 as a student has it, with the commands that a student types. */
@Tag("long")
@Tag("once")
class RealLabTest {
    @TempDir
    private Path home;

    private Faas faas;
    private Lab lab;

    @BeforeEach
    void aFreshLab() throws IOException {
        lab = CourseCopy.withLab(5, home);
        faas = Faas.ofHome(home);
    }

    @Test
    void anExerciseThatIsWrittenEarnsItsPointsAndRunsInThePlatform() throws Exception {
        Outcome fresh = faas.run("lab", "5");
        assertThat(fresh.output())
                .startsWith("Lab 5: ")
                .contains("waits for 5.5")
                .contains("\n0 of ");
        assertThat(fresh.exit()).isEqualTo(1);

        CourseCopy.write(lab, lab.exercise("5.1"));
        assertThat(faas.run("lab", "5").output()).containsPattern("5\\.1 .*: (\\d+) of \\1 points");
        assertThat(deployedDigest()).isNotEqualTo("mine");

        Path code = lab.source(lab.exercise("5.1"));
        JavaSource own = JavaSource.read(code)
                .withMember(
                        lab.exercise("5.1").member(),
                        "static Code of(byte[] archive) {\n    return new Code(\"mine\", archive.length);\n}",
                        List.of());
        Files.writeString(code, own.text());
        assertThat(deployedDigest()).isEqualTo("mine");

        Files.writeString(
                code,
                own.text().replace("return new Code(\"mine\", archive.length)", "throw new ClassCastException()"));
        assertThat(deployed().path("Message").asText())
                .startsWith("ClassCastException in your class minifaas.function.Code (exercise 5.1) at Code.java:");
    }

    @Test
    void whenAllIsWrittenTheEndToEndTestRuns() throws Exception {
        for (Exercise exercise : lab.chapter().exercises()) CourseCopy.write(lab, exercise);
        Outcome outcome = faas.run("lab", "5");
        assertThat(outcome.output()).contains("End to end: ").doesNotContain("failed");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void whatTheCommandsDoMostCanBeRehearsed() throws Exception {
        for (String part : List.of("labs", "platform")) {
            Outcome outcome =
                    faas.run("rehearse", part, home.resolve("first-start").toString());
            assertThat(outcome.exit()).as(outcome.output()).isZero();
        }
    }

    /** The digest of a function's code, as the platform with the student's classes tells it. */
    private String deployedDigest() throws Exception {
        return deployed().path("CodeSha256").asText();
    }

    /** What that platform answers when a function is created. */
    private JsonNode deployed() throws Exception {
        Path data = home.resolve("data");
        try (var up = faas.start("up", "--mine", "--port", "0", "--data", data.toString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> up.output().contains("ready at"));
            assertThat(up.output())
                    .startsWith("Starting minifaas with your classes in it\n")
                    .contains("yours      minifaas.function.Code (5.1)\n")
                    .contains("reference  minifaas.function.Alias (5.5): not written yet\n");
            String endpoint = up.output().replaceFirst("(?s).*ready at (\\S+).*", "$1");
            System.setProperty("minifaas.endpoint", endpoint);
            return new PlatformClient().create("hello-" + System.nanoTime(), Sample.HELLO);
        }
    }
}

package minifaas.course.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import minifaas.course.lab.SampleCourse;
import minifaas.kernel.FileTree;
import minifaas.kernel.Json;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The autograder for Gradescope, in a clean folder that is laid out as Gradescope does. */
@Tag("long")
@Tag("once")
class AutograderTest {
    private static final String KEY = "a secret of sixteen characters and more";
    private static final long LONGEST_SECONDS = 300;

    @TempDir
    private static Path folder;

    private static Path root;
    private static Path source;

    @BeforeAll
    static void anUnpackedAutograder() throws Exception {
        SampleCourse course = SampleCourse.in(Files.createDirectory(folder.resolve("course")));
        Path key = Files.writeString(folder.resolve("key"), KEY);
        Path zip = folder.resolve("autograder.zip");
        assertThat(Faas.of(course)
                        .run("grade", "--lab", "1", "--key", key.toString(), "--gradescope", zip.toString())
                        .output())
                .isEqualTo("The autograder for lab 1 is " + zip + "\n");
        root = folder.resolve("autograder");
        source = Files.createDirectories(root.resolve("source"));
        unpack(zip);
        // what was packed must be enough
        FileTree.delete(course.home());
    }

    private static void unpack(Path zip) throws IOException {
        try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                Path file = source.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, archive.getInputStream(entry).readAllBytes());
                assertThat(file.toFile().setExecutable((entry.getUnixMode() & 0100) != 0))
                        .isTrue();
            }
        }
    }

    private static void submit(String name, String text) throws IOException {
        Path file = root.resolve("submission").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What Gradescope reads after a run. */
    private JsonNode results(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(source.resolve("run_autograder").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "printed"));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("AUTOGRADER_ROOT", root.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process run = builder.start();
        assertThat(run.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        JsonNode results = Json.read(Files.readAllBytes(root.resolve("results/results.json")));
        assertThat(results.path("score").isNumber()).isTrue();
        assertThat(results.path("stdout_visibility").asText()).isEqualTo("hidden");
        return results;
    }

    @BeforeEach
    void nothingHandedIn() throws IOException {
        FileTree.delete(root.resolve("submission"));
        FileTree.delete(root.resolve("results"));
        Files.createDirectories(root.resolve("submission"));
    }

    @Test
    void aSubmissionGetsItsScoreWhereverItsClassesLie() throws Exception {
        submit("hand-in/src/main/java/minifaas/sample/Till.java", SampleCourse.REFERENCE);
        JsonNode whole = results(Map.of());
        assertThat(whole.path("score").asInt())
                .as("%s%n%s", whole, Files.readString(folder.resolve("printed")))
                .isEqualTo(10);
        assertThat(whole.path("tests")).hasSize(3);
    }

    @Test
    void resultsAreThereWhenNothingWasHandedIn() throws Exception {
        JsonNode results = results(Map.of());
        assertThat(results.path("score").asInt()).isZero();
        assertThat(results.path("output").asText()).contains("none of the lab's classes is in it");
        assertThat(results.path("tests")).hasSize(3);
    }

    @Test
    void resultsAreThereWhenTheGraderItselfFails() throws Exception {
        submit("Till.java", SampleCourse.REFERENCE);
        JsonNode results = results(Map.of("JAVA_HOME", folder.resolve("no-java").toString()));
        assertThat(results.path("score").asInt()).isZero();
        assertThat(results.path("output").asText()).startsWith("This submission could not be graded.");
    }

    @Test
    void itHasTheSeedAndNotTheKeyAndItsScriptsAreScripts() throws Exception {
        try (var files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
        }
        assertThat(Json.read(Files.readAllBytes(source.resolve("seed.json")))
                        .path("value")
                        .isIntegralNumber())
                .isTrue();
        for (String script : new String[] {"setup.sh", "run_autograder"}) {
            assertThat(source.resolve(script)).isExecutable();
            Process check =
                    new ProcessBuilder("sh", "-n", source.resolve(script).toString()).start();
            assertThat(check.waitFor()).isZero();
        }
    }
}

package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.Minifaas;
import minifaas.Settings;
import minifaas.Syllabus;
import minifaas.cli.Transcript.Step;
import minifaas.testing.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says that a reader types is typed here, and answers what it says. */
class ReadmeTranscriptTest {
    private static final long LONGEST_COMMAND_SECONDS = 60;

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    @Test
    void theReadmesCommandsAnswerWhatItShows() throws Exception {
        Stream.of("bash", "aws", "python3").forEach(Machine::needs);
        var transcript = Transcript.of(Files.readString(Path.of("../README.adoc")));
        assertThat(transcript.steps()).isNotEmpty();
        for (var file : transcript.files().entrySet())
            Files.writeString(folder.resolve(file.getKey()), file.getValue());

        try (var platform = Minifaas.start(settings())) {
            for (Step step : transcript.steps()) {
                String output = run(step.command(), Env.settings(platform.port()));
                assertThat(step.shows(output))
                        .as("$ %s%nshould answer%n%s%nbut answered%n%s", step.command(), step.output(), output)
                        .isTrue();
            }
        }
    }

    private Settings settings() {
        List<Syllabus.Chapter> built = Syllabus.load().built();
        return new Settings(
                "127.0.0.1",
                0,
                List.of(),
                data,
                1024,
                built.get(built.size() - 1).number(),
                Duration.ofMillis(10),
                Duration.ofMinutes(10));
    }

    private String run(String command, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        var bash = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        bash.environment().putAll(environment);
        bash.environment()
                .putAll(Map.of(
                        "AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE", "/dev/null", "AWS_PAGER", ""));
        Process process = bash.start();
        if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            fail("no answer after " + LONGEST_COMMAND_SECONDS + " s: " + command);
        }
        return withoutNotes(Files.readString(output));
    }

    /** A log begins with a note when this machine has another version of the language; it is not the README's. */
    private static String withoutNotes(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("minifaas: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}

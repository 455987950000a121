package minifaas.course.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import minifaas.course.text.Transcript.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instructor's pages are followed to the letter, each in a copy of the course. */
@Tag("long")
@Tag("once")
class InstructorPagesTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGES = COURSE.resolve("chapters/instructor");
    private static final Set<String> NOT_COPIED = Set.of("target", ".git", ".minifaas", "node_modules");
    private static final int LONGEST_MINUTES = 10;
    private static final String MISCONCEPTION = "solutions/19-tally/misconceptions/RoundsTheSum.java";

    @TempDir
    private Path temporary;

    private Path home;

    @BeforeEach
    void aCopyOfTheCourse() throws IOException {
        home = temporary.resolve("course");
        copy(COURSE);
    }

    @Test
    void theToyChapterPassesTheMatrixAndFailsItWithoutAStep() throws Exception {
        List<Step> steps = follow("write-a-chapter.adoc");
        Files.delete(home.resolve(MISCONCEPTION));
        Outcome incomplete = run(steps.get(steps.size() - 1).command());
        assertThat(incomplete.exit()).as(incomplete.output()).isNotZero();
        assertThat(incomplete.output())
                .contains(
                        "misconception RoundsTheSum is not in solutions/19-tally",
                        "to be greater than or equal to 5 but was 4");
    }

    @Test
    void aTermGoesAsThePageSays() throws Exception {
        assertThat(follow("term.adoc")).isNotEmpty();
    }

    private List<Step> follow(String page) throws Exception {
        List<Step> steps = Transcript.of(Page.read(PAGES.resolve(page))).steps();
        for (Step step : steps) {
            for (Map.Entry<String, String> file : step.files().entrySet()) write(file.getKey(), file.getValue());
            Outcome outcome = run(step.command());
            assertThat(outcome.exit())
                    .as("%s%n%s", step.command(), outcome.output())
                    .isZero();
            assertThat(step.shows(outcome.output()))
                    .as("%s%n%s", step.command(), outcome.output())
                    .isTrue();
        }
        return steps;
    }

    private void write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (NOT_COPIED.contains(file.getFileName().toString())) continue;
                Path copy = home.resolve(COURSE.relativize(file));
                Files.createDirectories(copy.getParent());
                if (Files.isDirectory(file)) copy(file);
                else Files.copy(file, copy);
            }
        }
    }

    private record Outcome(int exit, String output) {}

    private Outcome run(String command) throws Exception {
        Path output = temporary.resolve("output.txt");
        var builder = new ProcessBuilder("bash", "-c", command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + who + "_NAME", "A teacher");
            builder.environment().put("GIT_" + who + "_EMAIL", "teacher@localhost");
        }
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                    .as(command)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), withoutNotes(Files.readString(output)));
    }

    /** Maven ends with a line that resets the colours it did not use, and the first command says what it prepares. */
    private static String withoutNotes(String output) {
        return output.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m)^faas: (building|preparing) .*\\n", "");
    }
}

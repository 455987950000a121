package minifaas.course.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.SampleCourse;

/** The command {@code faas} in a process of its own, for a course in a folder. */
final class Faas {
    private static final long LONGEST_SECONDS = 120;

    private final Path home;
    private final String classPath;
    private int runs;

    private Faas(Path home, String classPath) {
        this.home = home;
        this.classPath = classPath;
    }

    /** For a sample course, with a minifaas that has the sample's reference in it. */
    static Faas of(SampleCourse course) throws IOException {
        return new Faas(
                course.home(), course.jars().minifaas() + File.pathSeparator + System.getProperty("java.class.path"));
    }

    /** For a copy of the real course. */
    static Faas ofHome(Path home) {
        return new Faas(home, System.getProperty("java.class.path"));
    }

    /** What a command printed, on both streams, and its exit code. */
    record Outcome(int exit, String output) {}

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(LONGEST_SECONDS, arguments);
    }

    Outcome run(long longestSeconds, String... arguments) throws IOException, InterruptedException {
        Started started = start(arguments);
        assertThat(started.process().waitFor(longestSeconds, TimeUnit.SECONDS))
                .as("faas %s ends", List.of(arguments))
                .isTrue();
        return new Outcome(started.process().exitValue(), started.output());
    }

    /** A command that goes on until it is told to end. */
    record Started(Process process, Path file) implements AutoCloseable {
        String output() throws IOException {
            return Files.readString(file);
        }

        @Override
        public void close() {
            process.destroy();
            assertThat(process.onExit()).as("it ends when it is told to").succeedsWithin(20, TimeUnit.SECONDS);
        }
    }

    Started start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                CourseJars.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dminifaas.home=" + home,
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path output = home.resolve("output-" + runs++ + ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Started(builder.start(), output);
    }
}

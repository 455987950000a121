package minifaas.course.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.Fingerprint;

/**
 * The command that starts a JVM for tests, and the archive of loaded classes that makes it start quickly.
 *
 * <p>An archive belongs to one JDK and to the jars that its class path begins with; what follows may differ.
 */
final class TestCommand {
    private static final long LONGEST_REHEARSAL_SECONDS = 60;

    private final CourseJars jars;
    private final Path harness;
    private final Path archive;

    /**
     * @param folder that keeps the archive and the jars made for it
     */
    TestCommand(CourseJars jars, Path folder) throws IOException {
        this.jars = jars;
        this.harness = jars.coursePackage(TestJvm.class.getPackage(), folder);
        String made = Fingerprint.of(
                harness,
                List.of(jars.libraries().toString(), System.getProperty("java.vm.version"), CourseJars.java()));
        this.archive = folder.resolve("tests-" + made + ".jsa");
    }

    /**
     * The command, without the tests themselves: {@link TestJvm} reads those.
     *
     * @param classPath what is beside the libraries
     */
    List<String> line(Collection<Path> classPath, Map<String, String> properties) {
        var line = new ArrayList<>(List.of(CourseJars.java()));
        line.addAll(flags());
        if (Files.exists(archive)) line.add("-XX:SharedArchiveFile=" + archive);
        properties.forEach((name, value) -> line.add("-D" + name + "=" + value));
        line.addAll(List.of("-cp", jars.classPath(List.of(harness), classPath), TestJvm.class.getName()));
        return line;
    }

    private static List<String> flags() {
        return List.of(
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xlog:disable", "-ea");
    }

    /** Makes the archive unless it is there; without one, starts are slower and work all the same. */
    void prepare() throws IOException, InterruptedException {
        if (Files.exists(archive)) return;
        var line = new ArrayList<>(line(List.of(), Map.of()));
        line.add(1, "-XX:ArchiveClassesAtExit=" + archive);
        line.set(line.size() - 1, Rehearsal.class.getName());
        Process rehearsal = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!rehearsal.waitFor(LONGEST_REHEARSAL_SECONDS, TimeUnit.SECONDS) || rehearsal.exitValue() != 0)
                throw new IOException("the rehearsal of a lab's tests failed: " + String.join(" ", line));
        } finally {
            rehearsal.destroyForcibly();
        }
    }
}

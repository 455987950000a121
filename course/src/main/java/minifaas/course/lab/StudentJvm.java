package minifaas.course.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.Fingerprint;
import minifaas.kernel.FileTree;

/**
 * The command that starts a JVM for a student's classes, and the archive of loaded classes that makes it start quickly.
 *
 * <p>An archive belongs to one JDK and to the jars that its class path begins with: here the libraries, so that the
 * classes behind them may be others each time.
 */
public final class StudentJvm {
    private static final String REHEARSAL = "rehearsal-";
    private static final long LONGEST_REHEARSAL_SECONDS = 180;
    /** From this JDK on, it warns about native libraries such as SQLite's. */
    private static final int FIRST_TO_WARN = 22;

    private final CourseJars jars;
    private final Path folder;
    private final Path harness;
    private final Path archive;

    /**
     * Makes the archive when it is not there, which takes some seconds.
     */
    public static StudentJvm with(CourseJars jars) throws IOException, InterruptedException {
        var jvm = new StudentJvm(jars, jars.course().resolveSibling("lab"));
        if (!Files.exists(jvm.archive)) jvm.rehearse();
        return jvm;
    }

    private StudentJvm(CourseJars jars, Path folder) throws IOException {
        this.jars = jars;
        this.folder = folder;
        this.harness = jars.coursePackage(StudentJvm.class.getPackage(), folder);
        String made = Fingerprint.of(
                harness,
                List.of(jars.libraries().toString(), System.getProperty("java.vm.version"), CourseJars.java()));
        this.archive = folder.resolve("classes-" + made + ".jsa");
    }

    /**
     * The command.
     *
     * @param flags of the JVM
     * @param classPath what is beside the libraries
     */
    public List<String> command(List<String> flags, Collection<Path> classPath, String mainClass) {
        var all = new ArrayList<>(flags);
        if (Files.exists(archive)) all.add("-XX:SharedArchiveFile=" + archive);
        return line(all, classPath, mainClass);
    }

    private List<String> line(List<String> flags, Collection<Path> classPath, String mainClass) {
        var line = new ArrayList<>(List.of(CourseJars.java(), "-XX:+UseSerialGC", "-Xlog:disable"));
        if (Runtime.version().feature() >= FIRST_TO_WARN) line.add("--enable-native-access=ALL-UNNAMED");
        line.addAll(flags);
        line.addAll(List.of("-cp", jars.classPath(List.of(harness), classPath), mainClass));
        return line;
    }

    private void rehearse() throws IOException, InterruptedException {
        deleteOlder();
        String own = REHEARSAL + ProcessHandle.current().pid();
        Path data = folder.resolve(own);
        Path unfinished = folder.resolve(own + ".jsa");
        List<String> line =
                line(List.of("-XX:ArchiveClassesAtExit=" + unfinished), List.of(), Rehearsal.class.getName());
        line.addAll(List.of(jars.minifaas().toString(), data.toString()));
        Process rehearsal = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!rehearsal.waitFor(LONGEST_REHEARSAL_SECONDS, TimeUnit.SECONDS) || rehearsal.exitValue() != 0)
                throw new IOException("the rehearsal of a lab failed: " + String.join(" ", line));
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            rehearsal.destroyForcibly();
            FileTree.delete(data);
        }
    }

    /** Of earlier builds; one that is still in use may stay, on systems that do not delete it then. */
    private void deleteOlder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !file.equals(harness))
                    .filter(file -> !file.getFileName().toString().startsWith(REHEARSAL))
                    .map(Path::toFile)
                    .forEach(File::delete);
        }
    }
}

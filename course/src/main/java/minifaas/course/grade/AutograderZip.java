package minifaas.course.grade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.JarCopy;
import minifaas.course.lab.Lab;
import minifaas.course.syllabus.Syllabus;
import minifaas.kernel.FileTree;
import minifaas.kernel.Json;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * An autograder for Gradescope: a zip with {@code setup.sh}, {@code run_autograder} and everything of this build that
 * grades one lab. It has the lab's seed, and not the key (gradescope-autograders.readthedocs.io, January 2025).
 */
public final class AutograderZip {
    private static final String RUN = "run_autograder";
    private static final String SETUP = "setup.sh";
    private static final String LIBRARIES = "lib/";
    private static final String HOME = "home/";
    private static final int REGULAR_FILE = 0100644;
    private static final int PROGRAM = 0100755;

    private final CourseJars jars;
    private final Lab lab;
    private final GradingSeed seed;

    public AutograderZip(CourseJars jars, Lab lab, GradingSeed seed) {
        this.jars = jars;
        this.lab = lab;
        this.seed = seed;
    }

    /**
     * Writes the zip in the place of the file that was there.
     *
     * @throws IOException when a folder is there, or it can't be written
     */
    public void write(Path zip) throws IOException {
        Path target = zip.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) throw new IOException(zip + " is a folder: name the zip to make");
        Path parts = target.resolveSibling(target.getFileName() + ".parts");
        FileTree.delete(parts);
        Path unfinished = Files.createDirectories(parts).resolve("zip");
        try {
            try (var archive = new ZipArchiveOutputStream(unfinished)) {
                fill(archive, parts);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileTree.delete(parts);
        }
    }

    private void fill(ZipArchiveOutputStream zip, Path parts) throws IOException {
        add(zip, SETUP, PROGRAM, script(SETUP));
        String run = new String(script(RUN), StandardCharsets.UTF_8)
                .replace("{lab}", Integer.toString(lab.chapter().number()));
        add(zip, RUN, PROGRAM, run.getBytes(StandardCharsets.UTF_8));
        add(zip, "seed.json", REGULAR_FILE, Json.write(seed));

        addJar(zip, jars.course(), parts.resolve("course.jar"));
        addJar(zip, jars.minifaas(), parts.resolve("minifaas.jar"));
        for (Path jar : jars.libraries()) addFile(zip, LIBRARIES + jar.getFileName(), jar);
        for (Path jar : jars.javaRuntime())
            addFile(zip, LIBRARIES + CourseJars.JAVA_RUNTIME + "/" + jar.getFileName(), jar);

        addFile(zip, HOME + slashed(Syllabus.FILE), lab.home().resolve(Syllabus.FILE));
        for (Path folder : List.of(lab.sources(), lab.tests(), lab.reference())) addFolder(zip, folder);
    }

    private static byte[] script(String name) throws IOException {
        try (InputStream text = AutograderZip.class.getResourceAsStream("gradescope/" + name)) {
            return text.readAllBytes();
        }
    }

    /** One jar, whether the build has a jar or a folder of classes, and without the places of its libraries here. */
    private static void addJar(ZipArchiveOutputStream zip, Path source, Path copy) throws IOException {
        try (var jar = new JarCopy(copy, CourseJars.manifest())) {
            jar.add(source, name -> true).finish();
        }
        addFile(zip, LIBRARIES + copy.getFileName(), copy);
    }

    private void addFolder(ZipArchiveOutputStream zip, Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList())
                addFile(zip, HOME + slashed(lab.home().relativize(file)), file);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static void addFile(ZipArchiveOutputStream zip, String name, Path file) throws IOException {
        add(zip, name, REGULAR_FILE, Files.readAllBytes(file));
    }

    private static void add(ZipArchiveOutputStream zip, String name, int mode, byte[] content) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        entry.setTime(0); // the same build makes the same zip
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }
}

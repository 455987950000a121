package minifaas.course.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.Manifest;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.JarCopy;
import minifaas.kernel.FileTree;

/** minifaas and the course machine as jars that run without a build. */
final class ReleasedJars {
    private static final String LIBRARIES = "libs";
    private static final String MINIFAAS = "minifaas.jar";

    private final CourseJars jars;
    private final Class<?> program;
    private final String version;

    /**
     * @param program that the course's jar runs
     * @param version of the course
     */
    ReleasedJars(CourseJars jars, Class<?> program, String version) {
        this.jars = jars;
        this.program = program;
        this.version = version;
    }

    /**
     * Writes them.
     *
     * @param folder for the jars; what is in it of earlier ones goes
     * @param syllabus the folder of the syllabus that stands in minifaas's jar
     */
    void write(Path folder, Path syllabus) throws IOException {
        List<String> libraries = copy(jars.libraries(), folder.resolve(LIBRARIES));
        copy(jars.javaRuntime(), folder.resolve(CourseJars.JAVA_RUNTIME));
        try (var jar = new JarCopy(folder.resolve(MINIFAAS), manifest(minifaas.cli.Main.class, libraries))) {
            jar.add(syllabus, any -> true).add(jars.minifaas(), any -> true).finish();
        }
        var needed = new ArrayList<>(List.of(MINIFAAS));
        needed.addAll(libraries);
        try (var jar = new JarCopy(folder.resolve(HandoutFolder.COURSE_JAR), manifest(program, needed))) {
            jar.add(jars.course(), any -> true).finish();
        }
    }

    /** Copies files into a folder that has nothing else then, and gives their names as seen from beside it. */
    private static List<String> copy(List<Path> files, Path folder) throws IOException {
        FileTree.delete(folder);
        Files.createDirectories(folder);
        var names = new ArrayList<String>();
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            names.add(folder.getFileName() + "/" + file.getFileName());
        }
        return names;
    }

    private Manifest manifest(Class<?> main, List<String> needed) {
        Manifest manifest = CourseJars.manifest();
        var entries = manifest.getMainAttributes();
        entries.put(Name.MAIN_CLASS, main.getName());
        entries.put(Name.CLASS_PATH, String.join(" ", needed));
        entries.put(Name.IMPLEMENTATION_VERSION, version);
        // SQLite's library is native: without this, JDK 24 and newer warn
        entries.putValue("Enable-Native-Access", "ALL-UNNAMED");
        return manifest;
    }
}

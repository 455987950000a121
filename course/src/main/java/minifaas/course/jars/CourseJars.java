package minifaas.course.jars;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import minifaas.Minifaas;

/**
 * What this JVM runs with, from which other JVMs get their class paths.
 *
 * @param minifaas its jar, or the folder of its classes
 * @param course the jar of the course machine, or the folder of its classes
 * @param libraries the jars that both use
 */
public record CourseJars(Path minifaas, Path course, List<Path> libraries) {
    /** The folder of the Java runtime's jars. */
    public static final String JAVA_RUNTIME = "java-runtime";

    /** The one of them that has classes of minifaas. */
    public static final String JAVA_RUNTIME_JAR = "minifaas-java-runtime.jar";

    /**
     * Finds them.
     *
     * @throws IOException when a jar can't be read
     */
    public static CourseJars ofThisJvm() throws IOException {
        Path minifaas = placeOf(Minifaas.class);
        Path course = placeOf(CourseJars.class);
        var all = new LinkedHashSet<Path>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
            collect(Path.of(entry).toAbsolutePath(), all);
        // in a build each library is there twice: in Maven's repository and beside minifaas
        var names = new HashSet<>(List.of(minifaas.getFileName(), course.getFileName()));
        List<Path> libraries = all.stream()
                .filter(Files::isRegularFile)
                .filter(jar -> names.add(jar.getFileName()))
                .toList();
        return new CourseJars(minifaas, course, libraries);
    }

    /** A jar and what its manifest says that it needs. */
    private static void collect(Path entry, Set<Path> all) throws IOException {
        Path place = entry.normalize();
        if (!Files.exists(place) || !all.add(place) || Files.isDirectory(place)) return;
        try (var jar = new JarFile(place.toFile())) {
            Manifest manifest = jar.getManifest();
            String further =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (further == null) return;
            for (String relative : further.strip().split("\\s+"))
                collect(Path.of(place.toUri().resolve(URI.create(relative))), all);
        }
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** The jars of the Java runtime, which the build puts beside minifaas; its own classes are minifaas's too. */
    public List<Path> javaRuntime() throws IOException {
        try (Stream<Path> files = Files.list(minifaas.resolveSibling(JAVA_RUNTIME))) {
            return files.sorted().toList();
        }
    }

    /** The libraries that a function in Java has around it, and that the server does not have. */
    public List<Path> functionLibraries() throws IOException {
        return javaRuntime().stream()
                .filter(jar -> !jar.getFileName().toString().equals(JAVA_RUNTIME_JAR))
                .toList();
    }

    /** The command {@code java} of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The libraries with more before them, as an option of the command line. */
    public String classPath(Collection<Path> first, Collection<Path> last) {
        var all = new ArrayList<>(first);
        all.addAll(libraries);
        all.addAll(last);
        return String.join(File.pathSeparator, all.stream().map(Path::toString).toList());
    }

    /**
     * A jar with minifaas's classes without some of them and what is nested in them. It is made anew only when
     * minifaas has changed, or the classes are others.
     *
     * @param folder that keeps the jar
     */
    public Path minifaasWithout(Set<String> classes, Path folder) throws IOException {
        Path jar = folder.resolve("minifaas-" + Fingerprint.of(minifaas, new TreeSet<>(classes)) + ".jar");
        if (Files.exists(jar)) return jar;
        try (var copy = new JarCopy(jar, manifest())) {
            copy.add(minifaas, JarCopy.allBut(classes)).finish();
        }
        return jar;
    }

    /**
     * A jar with one package of the course machine, without the class path that its own jar has.
     *
     * @param folder that keeps the jar
     */
    public Path coursePackage(Package part, Path folder) throws IOException {
        Path jar = folder.resolve(part.getName() + "-" + Fingerprint.of(course) + ".jar");
        if (Files.exists(jar)) return jar;
        String prefix = part.getName().replace('.', '/') + "/";
        try (var copy = new JarCopy(jar, manifest())) {
            copy.add(course, name -> name.startsWith(prefix)).finish();
        }
        return jar;
    }

    /** A manifest that says nothing yet. */
    public static Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }
}

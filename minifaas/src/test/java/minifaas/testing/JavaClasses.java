package minifaas.testing;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import minifaas.kernel.FileTree;

/** Classes compiled in a test from their source, by path, as a build tool of a function's author would make them. */
public record JavaClasses(Map<String, byte[]> files) {
    /** Compiles one source file with the test's class path. */
    public static JavaClasses compile(String fileName, String source) {
        try {
            Path folder = Files.createTempDirectory("java-classes");
            try {
                Path out = folder.resolve("out");
                Javac.compile(Files.writeString(folder.resolve(fileName), source), out);
                return read(out);
            } finally {
                FileTree.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JavaClasses read(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList())
                files.put(
                        folder.relativize(path).toString().replace(File.separatorChar, '/'), Files.readAllBytes(path));
        }
        return new JavaClasses(files);
    }

    /** The classes as folders and files of an archive. */
    public UnixZip addTo(UnixZip zip) {
        files.forEach(zip::file);
        return zip;
    }

    /** The classes as a jar. */
    public byte[] jar() {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Adds those jars of the test's class path to lib/ whose path contains one of these texts. */
    public static UnixZip addJars(UnixZip zip, String... parts) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String path = entry.replace(File.separatorChar, '/');
            if (path.endsWith(".jar") && List.of(parts).stream().anyMatch(path::contains))
                zip.file("lib/" + Path.of(entry).getFileName(), Files.readAllBytes(Path.of(entry)));
        }
        return zip;
    }
}

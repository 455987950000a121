package minifaas.course.jars;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * A jar that is put together from the files of jars and folders. Where two of them have a file of the same name, the
 * first one's is taken.
 */
public final class JarCopy implements AutoCloseable {
    private final Path target;
    private final Path unfinished;
    private final JarOutputStream jar;
    private final Set<String> names = new HashSet<>();

    /**
     * Begins a jar; nothing is at its place before {@link #finish}.
     *
     * @param manifest of the new jar
     */
    public JarCopy(Path target, Manifest manifest) throws IOException {
        this.target = target;
        Files.createDirectories(target.getParent());
        // other threads and processes may be making the same one
        unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID());
        jar = new JarOutputStream(Files.newOutputStream(unfinished));
        jar.setLevel(Deflater.BEST_SPEED);
        names.add(JarFile.MANIFEST_NAME);
        begin(JarFile.MANIFEST_NAME);
        manifest.write(jar);
    }

    /**
     * Adds files.
     *
     * @param source a jar or a folder of classes
     * @param isWanted by the file's name in the jar, such as {@code minifaas/kernel/Clock.class}
     */
    public JarCopy add(Path source, Predicate<String> isWanted) throws IOException {
        if (Files.isDirectory(source)) {
            addTree(source, isWanted);
        } else {
            try (FileSystem opened = FileSystems.newFileSystem(source)) {
                addTree(opened.getPath("/"), isWanted);
            }
        }
        return this;
    }

    private void addTree(Path root, Predicate<String> isWanted) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String name = root.relativize(file).toString().replace(File.separatorChar, '/');
                if (!isWanted.test(name) || !names.add(name)) continue;
                addFolders(name);
                addFile(name, file);
            }
        }
    }

    /** minifaas asks its jar which packages there are, and only entries of their own answer that. */
    private void addFolders(String name) throws IOException {
        for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
            String folder = name.substring(0, end + 1);
            if (!names.add(folder)) continue;
            begin(folder);
        }
    }

    private void begin(String name) throws IOException {
        var entry = new JarEntry(name);
        entry.setTime(0); // the same files make the same jar
        jar.putNextEntry(entry);
    }

    private void addFile(String name, Path file) throws IOException {
        begin(name);
        try (InputStream content = Files.newInputStream(file)) {
            content.transferTo(jar);
        }
    }

    /** All files but those of some classes and the types nested in them. */
    public static Predicate<String> allBut(Set<String> classes) {
        return name -> !classes.contains(topLevel(name));
    }

    /** The name of the class that a class file belongs to, without the types nested in it. */
    private static String topLevel(String file) {
        String name = file.replaceFirst("\\.class$", "");
        int nested = name.indexOf('$');
        return (nested < 0 ? name : name.substring(0, nested)).replace('/', '.');
    }

    /** Puts the jar in its place; leaves one that is the same alone, since archives of classes depend on its time. */
    public void finish() throws IOException {
        jar.close();
        if (Files.exists(target) && Files.mismatch(unfinished, target) < 0) return;
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        jar.close();
        Files.deleteIfExists(unfinished);
    }
}

package minifaas.course.grade;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;

/** A short name for the contents of files, wherever they lie and whenever they were written (SHA-256, 16 digits). */
final class ContentDigest {
    private static final int BYTES = 8;

    private ContentDigest() {}

    /** Of files by their names. */
    static String ofAll(Map<Path, byte[]> files) {
        MessageDigest digest = sha256();
        SortedMap<String, byte[]> sorted = new TreeMap<>();
        files.forEach((file, content) -> sorted.put(file.toString().replace(File.separatorChar, '/'), content));
        sorted.forEach((name, content) -> {
            add(digest, name.getBytes(StandardCharsets.UTF_8));
            add(digest, content);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /**
     * Of what a lab's submissions are graded by: its tests, its starters, its exercises, and the classes of minifaas and of
     * the course machine.
     */
    static String ofTests(Lab lab, Map<Path, String> starters, CourseJars jars) throws IOException {
        var files = new TreeMap<Path, byte[]>();
        for (Path test : Lab.javaFiles(lab.tests())) files.put(lab.tests().relativize(test), Files.readAllBytes(test));
        starters.forEach(
                (file, text) -> files.put(Path.of("starters").resolve(file), text.getBytes(StandardCharsets.UTF_8)));
        files.put(Path.of("exercises"), lab.chapter().exercises().toString().getBytes(StandardCharsets.UTF_8));
        for (Path program : List.of(jars.minifaas(), jars.course())) putClasses(program, files);
        return ofAll(files);
    }

    /** By their names in the jar, so that a jar and a folder of the same classes are the same. */
    private static void putClasses(Path program, Map<Path, byte[]> files) throws IOException {
        if (Files.isDirectory(program)) {
            putTree(program, files);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(program)) {
                putTree(jar.getPath("/"), files);
            }
        }
    }

    private static void putTree(Path root, Map<Path, byte[]> files) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> classes =
                    tree.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : classes)
                files.put(Path.of("classes").resolve(root.relativize(file).toString()), Files.readAllBytes(file));
        }
    }

    /** The length first, so that no two lists of files are one text. */
    private static void add(MessageDigest digest, byte[] content) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        digest.update(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) { // every Java has it
            throw new IllegalStateException(impossible);
        }
    }
}

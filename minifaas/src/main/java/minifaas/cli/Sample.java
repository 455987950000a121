package minifaas.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function in Java that is compiled with minifaas, and deployed like anybody's: as a zip of its classes.
 *
 * @param name of the function
 * @param handler the class that AWS's Java runtime is to call
 * @param classes the handler's class and those nested in it, as the class files are named
 */
public record Sample(String name, String handler, List<String> classes) {
    /** Greets whom the event names. */
    public static final Sample HELLO = new Sample(
            "demo-hello", "samples.Hello", List.of("samples/Hello", "samples/Hello$Person", "samples/Hello$Greeting"));

    /** Counts its calls in a field. */
    public static final Sample COUNTER =
            new Sample("demo-counter", "samples.Counter", List.of("samples/Counter", "samples/Counter$Count"));

    /** Greets as hello does, with plain objects and without a word in the log. */
    public static final Sample PLAIN = new Sample(
            "demo-plain", "samples.Plain", List.of("samples/Plain", "samples/Plain$Person", "samples/Plain$Greeting"));

    public Sample {
        classes = List.copyOf(classes);
    }

    /** The archive to deploy: the same bytes for the same classes, so that its digest is stable. */
    public byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : classes) {
                var entry = new ZipEntry(name + ".class");
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(classFile(name));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] classFile(String name) throws IOException {
        try (InputStream file = Sample.class.getResourceAsStream("/" + name + ".class")) {
            if (file == null) throw new FileNotFoundException("the class " + name + " is not in minifaas.jar");
            return file.readAllBytes();
        }
    }
}

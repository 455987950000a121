package minifaas.invocation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of the runtime loops, and how an interpreter is told to run them.
 *
 * <p>The loops for Node.js and Python are resources that are copied to the data folder; the one for Java is a jar that
 * the build puts beside minifaas's own.
 */
final class RuntimeFiles {
    private final Path folder;
    private final Path sdk;
    private final JavaRuntimeArchive javaArchive;

    /**
     * Copies the loops.
     *
     * @param folder for the copies
     * @param sdk where the SDKs that Lambda bundles may be installed
     */
    RuntimeFiles(Path folder, Path sdk) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sdk = sdk;
        this.javaArchive = new JavaRuntimeArchive(folder, javaClassPath());
        copy("runtime/node.cjs");
        copy("runtime/python.py");
        copy("guardian.sh");
    }

    private void copy(String resource) throws IOException {
        Path copy = file(resource);
        try (InputStream original = RuntimeFiles.class.getResourceAsStream(resource)) {
            Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file(String resource) {
        return folder.resolve(Path.of(resource).getFileName());
    }

    Path sdk() {
        return sdk;
    }

    Path guardian() {
        return file("guardian.sh");
    }

    JavaRuntimeArchive javaArchive() {
        return javaArchive;
    }

    List<String> nodeArguments(int memorySizeMiB) {
        return List.of(
                "--max-old-space-size=" + memorySizeMiB * 9 / 10,
                file("node.cjs").toString(),
                sdk.toString());
    }

    List<String> pythonArguments() {
        return List.of(file("python.py").toString(), sdk.toString());
    }

    List<String> javaArguments(Interpreters.Interpreter java, int memorySizeMiB) {
        return javaArchive.arguments(java, memorySizeMiB);
    }

    /** The build puts the folder java-runtime beside the classes, or beside the jar, that this class comes from. */
    private static List<Path> javaClassPath() throws IOException {
        try {
            Path own = Path.of(RuntimeFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path jars = own.resolveSibling("java-runtime");
            return List.of(
                    jars.resolve("minifaas-java-runtime.jar"),
                    jars.resolve("aws-lambda-java-core.jar"),
                    jars.resolve("aws-lambda-java-serialization.jar"));
        } catch (URISyntaxException notAFile) {
            throw new IOException("minifaas's own jar cannot be found", notAFile);
        }
    }
}

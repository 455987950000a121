package minifaas.invocation.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import minifaas.kernel.FileTree;
import minifaas.testing.Javac;

/** Builds a Java function from source in a test, as its author's build tool would. */
final class JavaFunction {
    private JavaFunction() {}

    /** Compiles one class, with the test's class path, into a folder of classes. */
    static void compile(Path folder, String className, String source) throws IOException {
        Path sources = Files.createTempDirectory("source");
        try {
            Path file = sources.resolve(className.replaceAll(".*\\.", "") + ".java");
            Javac.compile(Files.writeString(file, source), folder);
        } finally {
            FileTree.delete(sources);
        }
    }

    /** Packs a folder of classes into a jar. */
    static void jar(Path folder, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    /** The jar of the test's class path that holds a class. */
    static Path jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The command that starts the runtime, from the jars that the build packed. */
    static List<String> runtimeCommand(String... flags) {
        Path folder = Path.of("target/java-runtime").toAbsolutePath();
        String classPath = String.join(
                File.pathSeparator,
                folder.resolve("minifaas-java-runtime.jar").toString(),
                folder.resolve("aws-lambda-java-core.jar").toString(),
                folder.resolve("aws-lambda-java-serialization.jar").toString());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath, JavaRuntime.class.getName()));
        return command;
    }
}

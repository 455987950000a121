package minifaas.course.source;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import minifaas.kernel.FileTree;

/** Compiles sources as the build does, with every warning as an error. */
final class Compiled {
    private Compiled() {}

    /** What the compiler complains about; empty when nothing. */
    static String errors(List<JavaSource> sources) {
        try {
            Path folder = Files.createTempDirectory("compiled");
            try {
                return errors(sources, folder);
            } finally {
                FileTree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String errors(List<JavaSource> sources, Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (JavaSource source : sources) files.add(Files.writeString(folder.resolve(source.file()), source.text()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        List<String> options = List.of(
                "--release",
                "17",
                "-Xlint:all,-processing,-serial,-classfile",
                "-Werror",
                "-proc:none",
                "-d",
                folder.toString());
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiles = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            return compiles ? "" : messages.toString();
        }
    }
}

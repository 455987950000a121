package minifaas.course.lab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import minifaas.kernel.FileTree;

/** Compiles a lab as minifaas itself is compiled, with the compiler of this JDK. */
public final class LabCompiler {
    /** The version of Java that minifaas's classes are compiled for, whatever this JDK's version is. */
    private static final int RELEASE = 17;

    private LabCompiler() {}

    /**
     * Compiles files into a folder, which holds nothing else afterwards.
     *
     * @return the errors; without one, all classes are there
     * @throws IOException when there is no compiler, or files can't be read or written
     */
    public static List<Problem> compile(List<Path> sources, List<Path> classPath, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null)
            throw new IOException("this Java has no compiler: a JDK is needed, " + System.getProperty("java.home"));
        FileTree.empty(output);
        if (sources.isEmpty()) return List.of();

        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = options(classPath, output);
            compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        // one mistake can make the compiler complain several times of a line, and the first complaint is the clearest
        var problems = new LinkedHashMap<String, Problem>();
        for (var diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() != Diagnostic.Kind.ERROR) continue;
            Problem problem = problem(diagnostic);
            problems.putIfAbsent(problem.file() + ":" + problem.line(), problem);
        }
        return List.copyOf(problems.values());
    }

    private static List<String> options(List<Path> classPath, Path output) {
        String places = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        var options = new ArrayList<>(List.of(
                "-d",
                output.toString(),
                "-cp",
                places,
                "-g",
                "-parameters",
                "-nowarn",
                "-proc:none",
                "-implicit:none",
                "-XDstringConcat=inline"));
        // the option costs a third of the time, and a JDK of this very version has no need of it
        if (Runtime.version().feature() != RELEASE) options.addAll(List.of("--release", Integer.toString(RELEASE)));
        return options;
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
        String message = diagnostic
                .getMessage(Locale.ENGLISH)
                .strip()
                .replaceAll("\\s+symbol:\\s+", ": ")
                .replaceAll("\\s+location:\\s+", " in ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\bjava\\.(?:[a-z]+\\.)+(?=[A-Z])", ""); // java.util.List is List to everybody
        if (diagnostic.getSource() == null) throw new IOException("the compiler says: " + message);
        Path file = Path.of(diagnostic.getSource().toUri());
        long line = Math.max(0, diagnostic.getLineNumber());
        // read in this way, bytes that are not UTF-8 are no further error
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String code = line == 0 ? "" : text.lines().skip(line - 1).findFirst().orElse("");
        return new Problem(file, line, message, code.strip());
    }
}

package minifaas.course.source;

import com.github.javaparser.Problem;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Says what is wrong with a text that is not Java, in the words of the Java compiler, which students know. */
final class SyntaxCheck {
    private SyntaxCheck() {}

    /**
     * The first mistake.
     *
     * @param file its name, for the message
     * @param problem what the parser says, in case that the compiler sees no mistake
     */
    static SyntaxException explain(String file, String text, Problem problem) {
        Optional<Diagnostic<? extends JavaFileObject>> error = firstError(text);
        if (error.isPresent())
            return new SyntaxException(
                    file,
                    Math.toIntExact(error.get().getLineNumber()),
                    error.get().getMessage(Locale.ENGLISH));
        int line = problem.getLocation()
                .flatMap(range -> range.getBegin().getRange())
                .map(range -> range.begin.line)
                .orElse(1);
        return new SyntaxException(
                file, line, problem.getMessage().lines().findFirst().orElse("is not Java 17"));
    }

    private static Optional<Diagnostic<? extends JavaFileObject>> firstError(String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask)
                compiler.getTask(null, null, found, List.of("--release", "17"), null, List.of(new InMemory(text)));
        try {
            task.parse();
        } catch (IOException impossible) { // the text is in memory
            throw new UncheckedIOException(impossible);
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .<Diagnostic<? extends JavaFileObject>>map(each -> each)
                .findFirst();
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(String text) {
            super(URI.create("memory:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

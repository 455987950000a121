package minifaas.course.judge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabCompiler;
import minifaas.course.lab.Problem;
import minifaas.course.lab.SignatureCheck;
import minifaas.course.source.LabSources;

/**
 * The main class of {@link CompilerJvm}. It reads tasks from its standard input, and writes the problems of each to its
 * standard output; both are lines of JSON.
 */
final class CompilerMain {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Finds the problems of sources. */
    interface Compilation {
        List<Problem> problems() throws IOException;
    }

    private CompilerMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        var tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = tasks.readLine(); line != null; line = tasks.readLine()) {
            CompilerJvm.Task task = JSON.readValue(line, CompilerJvm.Task.class);
            answers.println(JSON.writeValueAsString(found(task.sources(), () -> problems(task))));
            answers.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<Problem> problems(CompilerJvm.Task task) throws IOException {
        Lab lab = Lab.of(task.home(), task.chapter());
        List<Problem> differences = SignatureCheck.of(lab, task.sources());
        if (!differences.isEmpty()) return differences;
        List<Path> files = LabSources.exercises(lab.chapter()).keySet().stream()
                .map(task.sources()::resolve)
                .toList();
        return LabCompiler.compile(files, task.classPath(), task.output());
    }

    /** What is found in sources, of which a hostile one may also find a bug of the compiler. */
    static List<Problem> found(Path sources, Compilation compilation) {
        try {
            return compilation.problems();
        } catch (StackOverflowError deep) {
            return List.of(new Problem(sources, 0, "is nested too deeply to be compiled", ""));
        } catch (OutOfMemoryError memory) {
            throw memory; // this JVM is of no use any more
        } catch (IOException | RuntimeException failed) {
            return List.of(new Problem(sources, 0, "cannot be compiled: " + failed, ""));
        } catch (Error fault) {
            return List.of(
                    new Problem(sources, 0, "cannot be compiled: the compiler did not survive it, " + fault, ""));
        }
    }
}

package minifaas.course.judge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabCompiler;
import minifaas.course.lab.Problem;
import minifaas.course.lab.SignatureCheck;
import minifaas.course.source.LabSources;

/**
 * The main class of the JVM that compiles one submission. It reads its task from its standard input, and writes the
 * problems beside the folder of the classes.
 */
final class CompilerMain {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CompilerMain() {}

    public static void main(String[] arguments) throws IOException {
        var task = JSON.readValue(System.in, SubmissionCompiler.Task.class);
        Files.createDirectories(task.output());
        JSON.writeValue(task.output().resolveSibling("problems.json").toFile(), problems(task));
        Runtime.getRuntime().halt(0);
    }

    private static List<Problem> problems(SubmissionCompiler.Task task) throws IOException {
        try {
            return found(task);
        } catch (StackOverflowError deep) {
            return List.of(new Problem(task.sources(), 0, "is nested too deeply to be compiled", ""));
        }
    }

    private static List<Problem> found(SubmissionCompiler.Task task) throws IOException {
        Lab lab = Lab.of(task.home(), task.chapter());
        var problems = new ArrayList<>(SignatureCheck.of(lab, task.sources()));
        if (!problems.isEmpty()) return problems;
        List<Path> files = LabSources.exercises(lab.chapter()).keySet().stream()
                .map(task.sources()::resolve)
                .toList();
        return LabCompiler.compile(files, task.classPath(), task.output());
    }
}

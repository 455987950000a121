package minifaas.course.judge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import minifaas.course.lab.Problem;
import minifaas.kernel.Threads;

/** A JVM that compiles one submission after the other; it ends with the JVM that started it. */
final class CompilerJvm implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Writer tasks;
    private final BufferedReader answers;

    /**
     * What it is to compile.
     *
     * @param sources the folder below which each class has its package
     * @param output folder of the classes
     */
    record Task(Path home, int chapter, Path sources, List<Path> classPath, Path output) {}

    /** @param command that starts a JVM with {@link CompilerMain} */
    CompilerJvm(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        tasks = process.outputWriter();
        answers = process.inputReader();
    }

    /**
     * Compiles a submission.
     *
     * @return its problems; nothing when the compiler did not survive it
     * @throws TimeoutException when it takes longer than that
     */
    Optional<List<Problem>> compile(Task task, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        tasks.write(JSON.writeValueAsString(task) + "\n");
        tasks.flush();
        var answer = new CompletableFuture<String>();
        Threads.daemon("compiler-answer", () -> read(answer)).start();
        try {
            String line = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (line == null) return Optional.empty();
            return Optional.of(JSON.readValue(line, new TypeReference<List<Problem>>() {}));
        } catch (ExecutionException gone) {
            return Optional.empty();
        }
    }

    private void read(CompletableFuture<String> answer) {
        try {
            answer.complete(answers.readLine());
        } catch (IOException gone) {
            answer.completeExceptionally(gone);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

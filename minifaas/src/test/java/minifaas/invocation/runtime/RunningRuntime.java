package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import minifaas.invocation.runtime.FakeRuntimeApi.Answer;

/** One runtime as a process, as the server starts it, with a function's code in a folder. */
final class RunningRuntime implements Closeable {
    private final FakeRuntimeApi api = new FakeRuntimeApi();
    private final Path log;
    private final Process process;
    private int requests;

    RunningRuntime(List<String> command, Path taskRoot, String handler) throws IOException {
        log = Files.createTempFile("runtime", ".log");
        var builder = new ProcessBuilder(command)
                .directory(taskRoot.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", path,
                        "LANG", "C.UTF-8",
                        "AWS_LAMBDA_RUNTIME_API", api.address(),
                        "LAMBDA_TASK_ROOT", taskRoot.toString(),
                        "_HANDLER", handler,
                        "AWS_LAMBDA_FUNCTION_NAME", "greeter",
                        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128",
                        "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/greeter",
                        "AWS_LAMBDA_LOG_STREAM_NAME", "stream"));
        process = builder.start();
    }

    /** Hands out an event and waits for what the runtime posts for it. */
    Answer invoke(String event, String... headers) throws InterruptedException {
        api.offer("request-" + ++requests, event, headers);
        return api.answer();
    }

    /** The response to an event; fails when the runtime reported an error instead. */
    String respond(String event, String... headers) throws InterruptedException {
        Answer answer = invoke(event, headers);
        assertThat(answer.path()).as(answer.body()).endsWith("/invocation/request-" + requests + "/response");
        return answer.body();
    }

    /** The error that the function makes of an event; fails when it answered. */
    Answer fail(String event) throws InterruptedException {
        Answer answer = invoke(event);
        assertThat(answer.path()).as(answer.body()).endsWith("/invocation/request-" + requests + "/error");
        return answer;
    }

    /** The error that the runtime reports instead of asking for an event. */
    Answer initError() throws InterruptedException {
        Answer answer = api.answer();
        assertThat(answer.path()).isEqualTo("/2018-06-01/runtime/init/error");
        return answer;
    }

    /** Offers an event that the function answers by ending its process. */
    int exitStatusAfter(String event) throws InterruptedException {
        api.offer("request-" + ++requests, event);
        return exitStatus();
    }

    int exitStatus() throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the process ends").isTrue();
        return process.exitValue();
    }

    void closeRuntimeApi() throws IOException {
        api.close();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        api.close();
        process.destroyForcibly();
        Files.delete(log);
    }
}

package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import minifaas.function.FunctionVersion;
import minifaas.kernel.Database;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.Test;

class ProcessSandboxTest extends SandboxContract {
    private final SystemClock clock = new SystemClock();
    private Database database;
    private FunctionLog log;
    private ProcessSandboxes sandboxes;

    @Override
    Sandbox.Starter open(Path data) throws IOException {
        database = Database.open(data.resolve("test.db"));
        log = new FunctionLog(database, clock);
        var runtimes = new LanguageRuntimes(data.resolve("runtime"), data.resolve("sdk"));
        sandboxes =
                new ProcessSandboxes(data, runtimes, this::code, () -> URI.create("http://localhost:4566"), log, clock);
        return sandboxes;
    }

    @Override
    void shut() throws IOException {
        if (sandboxes == null) return;
        sandboxes.close();
        log.close();
        database.close();
        clock.close();
    }

    @Override
    List<ProcessHandle> processesOf(FunctionVersion version) {
        return ProcessTable.markedWith(
                "AWS_LAMBDA_FUNCTION_NAME=" + version.function().name() + "\0");
    }

    @Override
    Path statusOf(FunctionVersion version) {
        long process = processesOf(version).get(0).pid();
        return Path.of("/proc/" + process + "/stat");
    }

    @Override
    boolean isRunning(long process) throws IOException {
        Path stat = Path.of("/proc/" + process + "/stat");
        return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
    }

    @Test
    void aFunctionMayHaveAPathOfItsOwn() throws Exception {
        var settings = Versions.settings(
                "python3.11", "app.handler", 128, Duration.ofSeconds(3), Map.of("PATH", "/opt/tools"));
        var version = Versions.version("path", "path", settings);
        Files.createDirectories(code(version));
        Files.writeString(code(version).resolve("app.py"), "import os\ndef handler(e, c): return os.environ['PATH']");

        assertThat(answer(run(start(version), version, "{}"))).isEqualTo("\"/opt/tools\"");
    }

    @Test
    void withoutABootstrapACustomRuntimeSaysWhatIsMissing() throws Exception {
        var settings = Versions.settings("provided.al2023", "h", 128);
        var version = Versions.version("nothing", "nothing", settings);
        code(version).toFile().mkdirs();

        Sandbox.Run run = run(start(version), version, "{}");

        assertThat(answer(run)).contains("Runtime.InvalidEntrypoint", "Couldn't find valid bootstrap(s)");
        assertThat(new String(run.logTail(), UTF_8)).contains("Couldn't find valid bootstrap(s)");
    }
}

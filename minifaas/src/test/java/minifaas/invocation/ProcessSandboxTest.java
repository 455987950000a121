package minifaas.invocation;

import static minifaas.invocation.StartedFunction.answer;
import static minifaas.invocation.StartedFunction.log;
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
import minifaas.testing.LinuxProcesses;
import org.junit.jupiter.api.Test;

/** The contract on the process kind, and what only this kind has. */
class ProcessSandboxTest extends SandboxContract {
    @Override
    protected SandboxKind open(Path data) throws IOException {
        return new Processes(data);
    }

    private final class Processes implements SandboxKind {
        private final Path data;
        private final SystemClock clock = new SystemClock();
        private final Database database;
        private final FunctionLog log;
        private final ProcessSandboxes sandboxes;

        Processes(Path data) throws IOException {
            this.data = data;
            database = Database.open(data.resolve("test.db"));
            log = new FunctionLog(database, clock);
            var runtimes = new LanguageRuntimes(data.resolve("runtime"), data.resolve("sdk"));
            URI endpoint = URI.create("http://localhost:4566");
            sandboxes = new ProcessSandboxes(data, runtimes, ProcessSandboxTest.this::code, () -> endpoint, log, clock);
        }

        @Override
        public Sandbox.Starter starter() {
            return sandboxes;
        }

        @Override
        public List<Long> processesOf(FunctionVersion version) throws IOException {
            return LinuxProcesses.ofFunction(data, version.function().name());
        }

        @Override
        public boolean isRunning(long process) {
            return LinuxProcesses.isRunning(process);
        }

        @Override
        public void close() throws IOException {
            sandboxes.close();
            log.close();
            database.close();
            clock.close();
        }
    }

    @Test
    void aFunctionMayHaveAPathOfItsOwn() throws Exception {
        var settings = Versions.settings(
                "python3.11", "app.handler", 128, Duration.ofSeconds(30), Map.of("PATH", "/opt/tools"));
        var version = Versions.version("path", "path", settings);
        Files.createDirectories(code(version));
        Files.writeString(code(version).resolve("app.py"), "import os\ndef handler(e, c): return os.environ['PATH']");

        assertThat(start(version).answer("{}")).isEqualTo("\"/opt/tools\"");
    }

    @Test
    void withoutABootstrapACustomRuntimeSaysWhatIsMissing() throws Exception {
        var settings = Versions.settings("provided.al2023", "h", 128);
        var version = Versions.version("nothing", "nothing", settings);
        Files.createDirectories(code(version));

        Sandbox.Run run = start(version).run("{}");

        assertThat(answer(run)).contains("Runtime.InvalidEntrypoint", "Couldn't find valid bootstrap(s)");
        assertThat(log(run)).contains("Couldn't find valid bootstrap(s)");
    }
}

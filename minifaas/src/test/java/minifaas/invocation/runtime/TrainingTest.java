package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    @TempDir
    Path folder;

    @Test
    void theRehearsalMakesAnArchiveThatTheRuntimeStartsFrom() throws Exception {
        Path archive = folder.resolve("java-runtime.archive");
        boolean aot = Runtime.version().feature() >= 25;
        var rehearsal = new ArrayList<>(
                JavaFunction.runtimeCommand((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive));
        rehearsal.set(rehearsal.size() - 1, Training.class.getName());
        int status = new ProcessBuilder(rehearsal)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(folder.resolve("log"))).isZero();

        JavaFunction.compile(folder, "F", "package fn; public class F { public int handle(int n) { return n + 1; } }");
        List<String> command = JavaFunction.runtimeCommand(
                (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
                "-Xlog:class+load:file=" + folder.resolve("loaded"));
        try (var runtime = new RunningRuntime(command, folder, "fn.F::handle")) {
            assertThat(runtime.respond("1")).isEqualTo("2");
        }
        assertThat(Files.readString(folder.resolve("loaded")))
                .containsPattern("minifaas\\.invocation\\.runtime\\.JavaRuntime source: shared objects file");
    }
}

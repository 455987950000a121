package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.Test;

class PlainProcessTest extends WorkerSandboxContract {
    private final PlainProcess sandbox = new PlainProcess(new SystemClock(), "bwrap is not on PATH");

    @Override
    WorkerSandbox sandbox() {
        return sandbox;
    }

    @Test
    void itSaysWhyItIsTakenAndWhatItCannotStop() {
        assertThat(sandbox.name()).isEqualTo("plain process (bwrap is not on PATH)");
        assertThat(sandbox.cannotStop()).hasSizeGreaterThan(5).anyMatch(line -> line.contains("connections"));
    }
}

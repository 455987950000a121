package minifaas.course.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import minifaas.course.lab.Problem;
import org.junit.jupiter.api.Test;

class CompilerMainTest {
    private static final Path SOURCES = Path.of("sources");

    @Test
    void aFaultOfTheCompilerIsAProblemAndNotTheEndOfItsJvm() {
        assertThat(CompilerMain.found(SOURCES, () -> {
                    throw new AssertionError("no such tree");
                }))
                .containsExactly(new Problem(
                        SOURCES,
                        0,
                        "cannot be compiled: the compiler did not survive it, java.lang.AssertionError: no such tree",
                        ""));
    }

    @Test
    void aJvmWithoutMemoryEnds() {
        assertThatThrownBy(() -> CompilerMain.found(SOURCES, () -> {
                    throw new OutOfMemoryError("heap");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }
}

package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostFilesTest {
    @Test
    void librariesAreTheFilesThatLddNames() {
        List<Path> libraries = HostFiles.loaded(List.of(
                "/opt/jdk/bin/java:",
                "\tlinux-vdso.so.1 (0x00007f4a79098000)",
                "\tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f4a79063000)",
                "\tlibjli.so => /opt/jdk/bin/../lib/libjli.so (0x00007f4a79053000)",
                "\tlibX11.so.6 => not found",
                "\tstatically linked",
                "\t/lib64/ld-linux-x86-64.so.2 (0x00007f4a7909a000)"));

        assertThat(libraries)
                .containsExactly(
                        Path.of("/lib/x86_64-linux-gnu/libz.so.1"),
                        Path.of("/opt/jdk/lib/libjli.so"),
                        Path.of("/lib64/ld-linux-x86-64.so.2"));
    }
}

package minifaas.course.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GradingKeyTest {
    private static final String SECRET = "correct horse battery staple";

    @TempDir
    private Path folder;

    private Path home;
    private Path file;

    @BeforeEach
    void places() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        file = folder.resolve("config/minifaas/grading.key");
    }

    private GradingKey key(String text) throws IOException {
        Path place = folder.resolve("key");
        Files.writeString(place, text);
        return GradingKey.read(place, home);
    }

    @Test
    void aNewKeyIsItsOwnersAloneAndStays() throws IOException {
        assertThat(GradingKey.make(file)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        GradingSeed seed = GradingKey.read(file, home).seed(7);
        assertThat(GradingKey.make(file)).isFalse();
        assertThat(GradingKey.read(file, home).seed(7)).isEqualTo(seed);
    }

    @Test
    void theSeedIsOneForAKeyAndALab() throws IOException {
        GradingSeed seed = key(SECRET).seed(7);
        assertThat(key(SECRET + "\n").seed(7)).isEqualTo(seed);
        assertThat(key(SECRET).seed(6).value()).isNotEqualTo(seed.value());
        assertThat(key(SECRET + "!").seed(7).value()).isNotEqualTo(seed.value());
        assertThat(key(SECRET + "!").seed(7).fingerprint()).isNotEqualTo(seed.fingerprint());
    }

    @Test
    void theSeedIsTheFirstEightBytesOfTheHmac() throws IOException {
        // printf 'seed of lab 7' | openssl dgst -sha256 -hmac 'correct horse battery staple'
        assertThat(key(SECRET).seed(7).value()).isEqualTo(0x95858d7a3461f6c4L);
    }

    @Test
    void neitherSeedNorKeyIsPrinted() throws IOException {
        GradingSeed seed = key(SECRET).seed(7);
        assertThat(seed).hasToString(seed.fingerprint());
        assertThat(Long.toHexString(seed.value())).isNotEqualTo(seed.fingerprint());
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                arguments("missing", null, "there is no key"),
                arguments("short", "secret", "less than 16 characters"),
                arguments("home/key", SECRET, "must lie outside the folder of the course"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aKeyThatIsNoneIsRefused(String name, String text, String line) throws IOException {
        if (text != null) Files.writeString(folder.resolve(name), text);
        assertThatThrownBy(() -> GradingKey.read(folder.resolve(name), home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(line);
    }
}

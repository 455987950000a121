package minifaas.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final String DAMAGED =
            "Could not unzip uploaded file. Please check your file, then try to upload again.";

    @TempDir
    Path folder;

    private void refuses(byte[] zip, String message) throws IOException {
        assertThatThrownBy(() -> Archive.check(zip))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(message);
        Path inside = Files.createDirectory(folder.resolve("inside"));
        assertThatThrownBy(() -> Archive.unpack(zip, inside)).isInstanceOf(Exception.class);
        try (var outside = Files.list(folder)) {
            assertThat(outside).containsExactly(inside);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "C:/evil", "c:evil", "a\\b/c", "a/..", "x\0y", "."})
    void aNameThatIsNotARelativePathIsRefused(String name) throws IOException {
        refuses(
                new Zips().file("good", "1").entry(name, 0, new byte[] {1}).bytes(),
                "Could not unzip uploaded file: the entry '");
    }

    @ParameterizedTest
    @CsvSource({"link, ../outside", "link, /etc/passwd", "link, a/../../outside", "link, C:/x", "a/link, ../../outside"
    })
    void aLinkThatLeavesTheTaskRootIsRefused(String name, String target) throws IOException {
        refuses(new Zips().link(name, target).bytes(), "is a link");
    }

    @Test
    void aChainOfLinksIsFollowedToItsEnd() throws IOException {
        // each alone seems to stay inside: up is the root, and out is one above what up leads to
        refuses(
                new Zips()
                        .file("a/b/x", "1")
                        .link("a/b/up", "../..")
                        .link("out", "a/b/up/..")
                        .bytes(),
                "leads outside");
    }

    @Test
    void aLinkThatWouldEscapeWhereCaseDoesNotCountIsRefused() throws IOException {
        refuses(new Zips().link("b", ".").link("out", "B/../x").bytes(), "leads outside");
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        refuses(new Zips().link("a", "b").link("b", "a").bytes(), "in a circle");
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        refuses(
                new Zips()
                        .folder("real")
                        .link("link", "real")
                        .file("link/evil", "1")
                        .bytes(),
                "which is not a folder");
    }

    @Test
    void theSamePathTwiceIsRefused() throws IOException {
        refuses(new Zips().file("a", "1").file("./a", "2").bytes(), "is there twice");
    }

    @Test
    void aDeviceIsRefused() throws IOException {
        refuses(new Zips().entry("device", 0060644, new byte[0]).bytes(), "is neither a file");
    }

    @Test
    void anEmptyZipIsRefused() throws IOException {
        refuses(new byte[0], "non-empty zip");
        Files.delete(folder.resolve("inside"));
        refuses(new Zips().bytes(), "non-empty zip");
    }

    @Test
    void aTruncatedZipIsRefused() throws IOException {
        byte[] zip = Zips.of("index.js", "exports.handler = 1");
        refuses(Arrays.copyOf(zip, zip.length - 10), DAMAGED);
        Files.delete(folder.resolve("inside"));
        refuses("this is no zip".getBytes(StandardCharsets.UTF_8), DAMAGED);
    }

    @Test
    void randomDamageIsRefusedOrHarmless() {
        long seed = new Random().nextLong();
        System.out.println("ArchiveTest seed " + seed);
        var random = new Random(seed);
        byte[] good = new Zips()
                .file("a/b", "hello".repeat(50))
                .link("l", "a/b")
                .folder("c")
                .bytes();
        for (int i = 0; i < 3000; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j < 3; j++) bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            try {
                Archive.check(bad);
            } catch (RegistryException refused) {
                assertThat(refused.kind()).isEqualTo(RegistryException.Kind.INVALID_PARAMETER_VALUE);
            }
        }
    }

    @Test
    void anArchiveOverTheLimitIsRefused() {
        assertThatThrownBy(() -> Archive.check(new byte[52_428_801]))
                .hasMessage("Zipped size must be smaller than 52428800 bytes")
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(RegistryException.Kind.REQUEST_TOO_LARGE);
    }

    @Test
    void aZipBombIsRefusedWhileItIsRead() throws IOException {
        var zips = new Zips();
        byte[] zeros = new byte[64 << 20];
        for (int i = 0; i < 4; i++) zips.file("zeros" + i, zeros);
        byte[] bomb = zips.bytes();
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> Archive.check(bomb)).hasMessage("Unzipped size must be smaller than 262144000 bytes");
    }

    @Test
    void moreFilesAndFoldersThanAnyFunctionNeedsAreRefused() throws IOException {
        var zips = new Zips();
        String deep = "d/".repeat(490);
        for (int i = 0; i < 500; i++) zips.file(i + "/" + deep + "f", "");
        refuses(zips.bytes(), "one file or folder too many");
    }

    @Test
    void fiftyThousandSmallFilesAreAccepted() {
        var zips = new Zips();
        for (int i = 0; i < 50_000; i++) zips.file("node_modules/m" + i / 50 + "/f" + i, "x");
        assertThatCode(() -> Archive.check(zips.bytes())).doesNotThrowAnyException();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not run: Windows has no modes of files")
    void modesAndInnerLinksAreKept() throws IOException {
        byte[] zip = new Zips()
                .link("current", "releases/2")
                .file("releases/2/bootstrap", "#!/bin/sh", 0755)
                .file("plain", "1")
                .file("hidden", "1", 0200)
                .link("dangling", "made/at/run/time")
                .bytes();
        Archive.check(zip);
        Archive.unpack(zip, folder);
        assertThat(folder.resolve("current/bootstrap")).isExecutable().hasContent("#!/bin/sh");
        assertThat(modes("plain")).isEqualTo("rw-r--r--");
        assertThat(modes("hidden")).isEqualTo("rw-------");
        assertThat(Files.exists(folder.resolve("dangling"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void whatWasDamagedSinceItWasCheckedIsAFailure() {
        byte[] cutOff = Arrays.copyOf(Zips.of("index.js", "1"), 40);
        for (byte[] damaged : new byte[][] {{}, {'n', 'o'}, cutOff})
            assertThatThrownBy(() -> Archive.unpack(damaged, folder)).isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private String modes(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}

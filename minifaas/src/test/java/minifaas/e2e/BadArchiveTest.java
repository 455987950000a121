package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;

/** Archives that mean harm: each gets a clear error, and nothing is written outside the data folder. */
class BadArchiveTest {
    private static final String HANDLER = "def handler(event, context): return 'fine'";

    /** Holds the data folder and, beside it, what an archive might aim at. */
    @TempDir
    static Path around;

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(around.resolve("data"));
        Files.writeString(around.resolve("precious"), "untouched");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @AfterEach
    void nothingIsOutsideAndTheServerIsAlive() throws Exception {
        try (var neighbours = Files.list(around)) {
            assertThat(neighbours.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("data", "precious");
        }
        assertThat(around.resolve("precious")).hasContent("untouched");
        try (var code = Files.list(around.resolve("data/code"))) {
            assertThat(code.filter(folder -> folder.getFileName().toString().startsWith(".unfinished")))
                    .isEmpty();
        }
        assertThat(platform.lambda().listFunctions().sdkHttpResponse().isSuccessful())
                .isTrue();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] zip) {
        return assertThatThrownBy(() -> platform.create("bad", "python3.11", "app.handler", zip, request -> {}))
                .isInstanceOf(InvalidParameterValueException.class);
    }

    /** Within entries that look alike, one that aims elsewhere. */
    private static byte[] zipWith(String name) {
        var files = new TreeMap<String, String>(Map.of("app.py", HANDLER));
        files.put(name, "harm");
        return Platform.zip(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../precious",
                "../../../../../../../../tmp/minifaas-slip",
                "folder/../../precious",
                "folder/..",
                "/tmp/minifaas-slip",
                "//tmp/minifaas-slip",
                "..\\precious",
                "\\tmp\\minifaas-slip",
                "C:\\minifaas-slip",
                "C:/minifaas-slip",
                "nul\0byte",
            })
    void anEntryThatWouldLieOutsideIsRefusedByName(String name) {
        // a backslash may have become a slash by then: it is one in archives from Windows
        refused(zipWith(name)).hasMessageContaining("Could not unzip uploaded file: the entry '");
        assertThat(Path.of("/tmp/minifaas-slip")).doesNotExist();
    }

    private static byte[] zipWithLink(String link, String target, String... more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            add(zip, "app.py", UnixStat.FILE_FLAG | 0644, HANDLER);
            add(zip, link, UnixStat.LINK_FLAG | 0777, target);
            for (String name : more) add(zip, name, UnixStat.FILE_FLAG | 0644, "harm");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipArchiveOutputStream zip, String name, int mode, String content) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(content.getBytes(UTF_8));
        zip.closeArchiveEntry();
    }

    @Test
    void aSymbolicLinkThatLeadsOutsideIsRefused() throws Exception {
        for (String target : List.of("/etc/passwd", "../../../precious", "folder/../../x", "..", "")) {
            refused(zipWithLink("link", target)).hasMessageContaining("'link'");
        }
    }

    @Test
    void aFileThatWouldBeWrittenThroughALinkIsRefused() throws Exception {
        refused(zipWithLink("link", "folder", "link/file")).hasMessageContaining("'link");
    }

    @Test
    void aLinkWithinTheTaskRootWorks() throws Exception {
        Machine.needs("python3", "python");
        byte[] zip = zipWithLink("linked.py", "app.py");

        platform.create("linked", "python3.11", "linked.handler", zip, request -> {});

        assertThat(platform.answer("linked", "{}")).isEqualTo("\"fine\"");
    }

    @Test
    void aZipBombIsRefusedWhileItIsRead() throws Exception {
        refused(bomb()).hasMessageContaining("Unzipped size must be smaller than 262144000 bytes");
    }

    /** 300 MB of zeros in 300 KB. */
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var zeros = new byte[1 << 20];
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("app.py"));
            for (int i = 0; i < 300; i++) zip.write(zeros);
        }
        return bytes.toByteArray();
    }

    @Test
    void aTruncatedArchiveIsRefused() {
        byte[] zip = Platform.zip(Map.of("app.py", HANDLER));
        for (int length : new int[] {1, 4, 30, zip.length / 2, zip.length - 1}) {
            refused(Arrays.copyOf(zip, length)).hasMessageContaining("Could not unzip uploaded file");
        }
    }

    @Test
    void anEmptyArchiveIsRefused() {
        refused(Platform.zip(Map.of())).hasMessageContaining("non-empty zip");
        refused(new byte[0]).hasMessageContaining("non-empty zip");
        refused("this is no zip".getBytes(UTF_8)).hasMessageContaining("Could not unzip uploaded file");
    }

    @Test
    @Tag("long")
    void anArchiveOf50000SmallFilesWorks() {
        Machine.needs("python3", "python");
        var files = new TreeMap<String, String>(Map.of("app.py", """
                import os
                def handler(event, context):
                    return sum(len(files) for _, _, files in os.walk('data'))
                """));
        for (int i = 0; i < 50_000; i++) files.put("data/" + i / 500 + "/" + i, "");

        platform.create("many", "python3.11", "app.handler", Platform.zip(files), request -> request.timeout(30));

        assertThat(platform.answer("many", "{}")).isEqualTo("50000");
    }

    @Test
    void namesOfFilesMayBeInAnyScript() {
        Machine.needs("python3", "python");
        String code = "def handler(event, context): return open('数据/größe.txt').read()";
        platform.create("unicode", "python3.11", "app.handler", Map.of("app.py", code, "数据/größe.txt", "found"));

        assertThat(platform.answer("unicode", "{}")).isEqualTo("\"found\"");
    }
}

package minifaas.e2e;

import static minifaas.e2e.EndToEnd.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import minifaas.kernel.Database;
import minifaas.kernel.FileTree;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/** A stored archive that can no longer be unpacked: its function's fault and nobody else's, until it is uploaded again. */
class DamagedCodeTest {
    private static final byte[] CODE = Platform.zip(Map.of("app.py", "def handler(e, c): return 'whole'"));

    @TempDir
    Path data;

    @Test
    void anArchiveThatIsDamagedIsReportedAndRepairedByTheSameUpload() throws Exception {
        Machine.needs("python3", "python");
        String digest = deploy();
        damage(digest);

        try (var platform = Platform.start(data)) {
            for (int i = 0; i < 2; i++) invokeIsRefused(platform);
            assertThat(health(platform)).isEqualTo(200);
            assertThat(platform.answer("healthy", "{}")).isEqualTo("\"well\"");

            platform.lambda()
                    .updateFunctionCode(
                            request -> request.functionName("damaged").zipFile(SdkBytes.fromByteArray(CODE)));
            platform.awaitUpdated("damaged");
            assertThat(platform.answer("damaged", "{}")).isEqualTo("\"whole\"");
        }
    }

    /** Deploys two functions that are not invoked, and answers the digest of the first one's code. */
    private String deploy() throws Exception {
        try (var platform = Platform.start(data)) {
            platform.create("damaged", "python3.11", "app.handler", CODE, request -> {});
            platform.create(
                    "healthy", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 'well'"));
            return platform.lambda()
                    .getFunctionConfiguration(request -> request.functionName("damaged"))
                    .codeSha256();
        }
    }

    /** Cuts the stored archive off, and deletes what was unpacked from all of them. */
    private void damage(String digest) throws Exception {
        try (var database = Database.open(data.resolve("minifaas.db"))) {
            int rows = database.transaction(connection -> {
                try (var update = connection.prepareStatement("update code set archive=? where digest=?")) {
                    update.setBytes(1, Arrays.copyOf(CODE, CODE.length / 2));
                    update.setString(2, digest);
                    return update.executeUpdate();
                }
            });
            assertThat(rows).isEqualTo(1);
        }
        FileTree.delete(data.resolve("code"));
    }

    private static void invokeIsRefused(Platform platform) {
        refused(
                502,
                "InvalidZipFileException",
                "Lambda was not able to unzip the file: ",
                () -> platform.lambda().invoke(request -> request.functionName("damaged")));
    }

    private static int health(Platform platform) throws Exception {
        var request = HttpRequest.newBuilder(platform.endpoint().resolve("/_minifaas/health"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}

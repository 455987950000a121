package minifaas.e2e;

import static minifaas.e2e.EndToEnd.refused;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A server of its own process, whose PATH has what minifaas itself needs and no language. */
class MissingInterpreterTest {
    @Test
    void aFunctionWithoutItsInterpreterIsCreatedAndItsInvocationSaysWhatToInstall(@TempDir Path folder)
            throws Exception {
        Machine.needs("setsid", "perl");
        Process server = start(folder);
        try (var lambda = client(readyAt(server))) {
            lambda.createFunction(request -> request.functionName("f")
                    .runtime("nodejs22.x")
                    .handler("index.handler")
                    .role(Platform.ROLE)
                    .code(code -> code.zipFile(EndToEnd.bytes(Platform.zip(Map.of("index.js", ""))))));
            lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName("f"));

            refused(
                    502,
                    "InvalidRuntimeException",
                    "nodejs22.x needs Node.js, which is not on this machine: install Node.js 22 and put it on PATH,"
                            + " then start minifaas again",
                    () -> lambda.invoke(request -> request.functionName("f")));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static Process start(Path folder) throws Exception {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : new String[] {"sh", "setsid", "perl", "ps", "kill", "sleep", "cat"})
            addProgram(programs, name);
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "minifaas.cli.Main",
                        "up",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true);
        server.environment().put("PATH", programs.toString());
        return server.start();
    }

    private static void addProgram(Path programs, String name) throws Exception {
        var found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) return;
        Path script = Files.writeString(programs.resolve(name), "#!/bin/sh\nexec " + found.get() + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static URI readyAt(Process server) throws Exception {
        var output = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        var log = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("minifaas is ready at ")) return URI.create(line.replaceAll(".* at ", ""));
            log.append(line).append('\n');
        }
        throw new AssertionError("the server did not start:\n" + log);
    }

    private static LambdaClient client(URI endpoint) {
        return LambdaClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }
}

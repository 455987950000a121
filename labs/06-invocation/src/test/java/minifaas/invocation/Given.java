package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import minifaas.function.FunctionId;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionVersion;

/** Invocations and outcomes as the tests of this lab need them. */
final class Given {
    private Given() {}

    static Invocation invocation(Random random) {
        return invocation(random, Invocation.Type.REQUEST_RESPONSE, Duration.ofSeconds(1 + random.nextInt(900)));
    }

    static Invocation invocation(Random random, Invocation.Type type, Duration timeout) {
        var settings = new FunctionSettings(
                "python3.12",
                "app.handler",
                "arn:aws:iam::000000000000:role/lab",
                "",
                128,
                timeout,
                Map.of(),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/lab");
        var function = new FunctionId("000000000000", "us-east-1", "lab");
        var version = new FunctionVersion(
                function, FunctionVersion.LATEST, "deployment", settings, "digest", 1000, Instant.EPOCH);
        return new Invocation(
                requestId(random), version, function.arn(), bytes("{}"), type, Optional.empty(), "Root=1");
    }

    private static String requestId(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    static Outcome error(Outcome.Kind kind) {
        return new Outcome.FunctionError(bytes("{}"), kind);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

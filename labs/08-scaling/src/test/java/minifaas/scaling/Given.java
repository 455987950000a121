package minifaas.scaling;

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
import minifaas.invocation.Invocation;

/** Functions and calls as the tests of this lab need them, drawn at random where the value does not matter. */
final class Given {
    private final Random random;
    private int functions;

    Given(Random random) {
        this.random = random;
    }

    /** A function of its own. */
    FunctionId function() {
        return new FunctionId("000000000000", "us-east-1", "f" + ++functions + "-" + random.nextInt(1_000_000));
    }

    /** The latest version of a function of its own. */
    FunctionVersion version() {
        return deployed(function());
    }

    /** The same version after an update: what is made from it is another deployment. */
    FunctionVersion updated(FunctionVersion version) {
        return deployed(version.function());
    }

    private FunctionVersion deployed(FunctionId function) {
        var settings = new FunctionSettings(
                "python3.12",
                "app.handler",
                "arn:aws:iam::000000000000:role/lab",
                "",
                128 + random.nextInt(1000),
                Duration.ofSeconds(3),
                Map.of(),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/lab");
        return new FunctionVersion(
                function,
                FunctionVersion.LATEST,
                id(),
                settings,
                "digest" + random.nextInt(),
                1000,
                Instant.parse("2026-11-02T08:00:00Z"));
    }

    /** A call of a function of its own. */
    Invocation invocation(Invocation.Type type) {
        FunctionVersion version = version();
        return new Invocation(
                id(), version, version.function().arn(), bytes(), type, Optional.empty(), "Root=" + random.nextInt());
    }

    /** Something that a function may be given, may answer or may log. */
    byte[] bytes() {
        var bytes = new byte[1 + random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

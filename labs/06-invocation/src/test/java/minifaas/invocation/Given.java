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

/** Invocations and outcomes as the tests of this lab need them, drawn at random where the value does not matter. */
final class Given {
    private Given() {}

    static Invocation invocation(Random random) {
        return invocation(random, Invocation.Type.REQUEST_RESPONSE, Duration.ofSeconds(1 + random.nextInt(900)));
    }

    static Invocation invocation(Random random, Invocation.Type type, Duration timeout) {
        String name = word(random);
        var settings = new FunctionSettings(
                "python3.12",
                "app." + word(random),
                "arn:aws:iam::000000000000:role/lab",
                "",
                128 + random.nextInt(10_000),
                timeout,
                Map.of(),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/" + name);
        var function = new FunctionId("000000000000", "us-east-1", name);
        var version = new FunctionVersion(
                function, FunctionVersion.LATEST, id(random), settings, word(random), 1000, Instant.EPOCH);
        return new Invocation(
                id(random), version, function.arn(), payload(random), type, Optional.empty(), "Root=" + id(random));
    }

    private static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** 3 to 12 small letters. */
    static String word(Random random) {
        var word = new StringBuilder();
        for (int length = 3 + random.nextInt(10); word.length() < length; )
            word.append((char) ('a' + random.nextInt(26)));
        return word.toString();
    }

    /** Something that a function may be given or may answer. */
    static byte[] payload(Random random) {
        return bytes("{\"" + word(random) + "\":" + random.nextInt(1000) + "}");
    }

    static Outcome error(Random random, Outcome.Kind kind) {
        return new Outcome.FunctionError(payload(random), kind);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

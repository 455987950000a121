package minifaas.function;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Functions and versions as the tests of this lab need them, drawn at random where the value does not matter. */
final class Given {
    static final FunctionId FUNCTION = new FunctionId("000000000000", "us-east-1", "labeller");
    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private final Random random;

    Given(Random random) {
        this.random = random;
    }

    byte[] archive(int size) {
        var archive = new byte[size];
        random.nextBytes(archive);
        return archive;
    }

    /** A name of 1 to 20 characters that a function may have. */
    String name() {
        return text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", 1 + random.nextInt(20));
    }

    /** So many characters, each one of these. */
    String text(String characters, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append(characters.charAt(random.nextInt(characters.length())));
        return text.toString();
    }

    Code code() {
        return new Code(text("ABCDEFGHabcdefgh0123456789", 43) + "=", 100 + random.nextInt(1_000_000));
    }

    FunctionSettings settings() {
        return new FunctionSettings(
                "python3.12",
                "app." + name(),
                "arn:aws:iam::000000000000:role/lab",
                "says " + name(),
                128 + random.nextInt(1000),
                Duration.ofSeconds(1 + random.nextInt(900)),
                Map.of("STAGE", name()),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/labeller");
    }

    /** A version that serves invocations. */
    VersionRecord ready(String number) {
        Code code = code();
        var version = new FunctionVersion(FUNCTION, number, id(), settings(), code.sha256(), code.size(), LONG_AGO);
        return new VersionRecord(version, id(), State.active(), LastUpdate.successful());
    }

    /** The latest version, and published ones with these numbers; all serve, and the latest was changed since. */
    Versions versions(int lastNumber, String... numbers) {
        var all = new LinkedHashMap<String, VersionRecord>();
        all.put(FunctionVersion.LATEST, ready(FunctionVersion.LATEST));
        for (String number : numbers) all.put(number, ready(number));
        return versions(all, lastNumber, lastNumber == 0 ? "" : id());
    }

    static Versions versions(Map<String, VersionRecord> all, int lastNumber, String publishedDeployment) {
        var running = new LinkedHashMap<String, FunctionVersion>();
        all.forEach((number, record) -> running.put(number, record.version()));
        return new Versions(all, running, lastNumber, publishedDeployment);
    }

    String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

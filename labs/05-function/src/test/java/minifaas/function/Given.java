package minifaas.function;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Functions and versions as the tests of this lab need them, drawn at random where the value does not matter. */
final class Given {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final FunctionId function;

    Given(Random random) {
        this.random = random;
        function = new FunctionId(text("0123456789", 12), "us-east-1", name());
    }

    /** The function whose versions all others are. */
    FunctionId function() {
        return function;
    }

    /** A moment after all that happened before. */
    Instant now() {
        return LONG_AGO.plusSeconds(1 + random.nextInt(30_000_000));
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

    /** A name of 1 to 10 letters. */
    String word() {
        return text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 1 + random.nextInt(10));
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
                "/aws/lambda/" + function.name());
    }

    /** A version that serves invocations. */
    VersionRecord ready(String number) {
        Code code = code();
        var version = new FunctionVersion(function, number, id(), settings(), code.sha256(), code.size(), LONG_AGO);
        return new VersionRecord(version, id(), State.active(), LastUpdate.successful());
    }

    /** The latest version, and as many published ones, from 1 on; all serve, and the latest was changed since. */
    Versions versions(int published) {
        var all = new LinkedHashMap<String, VersionRecord>();
        all.put(FunctionVersion.LATEST, ready(FunctionVersion.LATEST));
        for (String number : numbers(published)) all.put(number, ready(number));
        return versions(all, published, published == 0 ? "" : id());
    }

    /** The numbers of as many versions, from 1 on. */
    static List<String> numbers(int published) {
        return IntStream.rangeClosed(1, published).mapToObj(String::valueOf).toList();
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

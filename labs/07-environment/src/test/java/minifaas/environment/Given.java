package minifaas.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import minifaas.function.FunctionId;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionVersion;

/** Versions of functions as the tests of this lab need them, drawn at random where the value does not matter. */
final class Given {
    private final Random random;
    private final int memoryMiB;

    Given(Random random) {
        this.random = random;
        memoryMiB = 128 + random.nextInt(1000);
    }

    /** What each environment here has. */
    int memoryMiB() {
        return memoryMiB;
    }

    /** The latest version of a function of its own. */
    FunctionVersion version() {
        return version("f" + random.nextInt(1_000_000), "digest" + random.nextInt());
    }

    /** The same function after an update: with other code. */
    FunctionVersion updated(FunctionVersion version) {
        return version(version.function().name(), "digest" + random.nextInt());
    }

    /** Another function that was made from the same archive with the same settings. */
    FunctionVersion twinOf(FunctionVersion version) {
        return version("twin-of-" + version.function().name(), version.codeSha256());
    }

    private FunctionVersion version(String name, String digest) {
        var settings = new FunctionSettings(
                "python3.12",
                "app.handler",
                "arn:aws:iam::000000000000:role/lab",
                "",
                memoryMiB,
                Duration.ofSeconds(3),
                Map.of(),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/lab");
        return new FunctionVersion(
                new FunctionId("000000000000", "us-east-1", name),
                FunctionVersion.LATEST,
                new UUID(random.nextLong(), random.nextLong()).toString(),
                settings,
                digest,
                1000,
                Instant.parse("2026-11-02T08:00:00Z"));
    }

    /** Something that a function may answer. */
    byte[] payload() {
        return String.valueOf(random.nextInt()).getBytes(UTF_8);
    }

    /** An inventory in which some environments of other functions are starting. */
    Inventory inventory() {
        var inventory = new Inventory(1_000_000);
        for (int left = random.nextInt(5); left > 0; left--) inventory.add(version());
        return inventory;
    }

    /** An environment that has been idle since this reading of the clock. */
    static PooledEnvironment idle(Inventory inventory, FunctionVersion version, long sinceNanos) {
        return inventory.putBack(inventory.add(version).number(), sinceNanos);
    }
}

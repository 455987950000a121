package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Invocation;
import minifaas.invocation.Outcome;

/** Invocations and events as the tests of this lab need them, drawn at random where the value does not matter. */
final class Given {
    private final Random random;
    private final FunctionId function;

    Given(Random random) {
        this.random = random;
        function = new FunctionId("000000000000", "us-east-1", word());
    }

    FunctionId function() {
        return function;
    }

    /** An invocation of an alias, which leads to some version. */
    Invocation invocation(String alias, Invocation.Type type) {
        var settings = new FunctionSettings(
                "python3.12",
                "app." + word(),
                "arn:aws:iam::000000000000:role/lab",
                "",
                128 + random.nextInt(10_000),
                Duration.ofSeconds(1 + random.nextInt(900)),
                Map.of(),
                512,
                List.of("x86_64"),
                "PassThrough",
                "/aws/lambda/" + function.name());
        String number = String.valueOf(1 + random.nextInt(100));
        var version = new FunctionVersion(function, number, id(), settings, word(), 1000, Instant.EPOCH);
        var context = Optional.of("{\"" + word() + "\":\"" + word() + "\"}");
        return new Invocation(id(), version, function.arn(alias), payload(), type, context, "Root=" + id());
    }

    /** An event that was accepted at this moment for the function, without a qualifier. */
    QueuedEvent event(Instant acceptedAt, int invocations, int deferrals) {
        return event(Optional.empty(), acceptedAt, invocations, deferrals);
    }

    QueuedEvent event(Optional<String> qualifier, Instant acceptedAt, int invocations, int deferrals) {
        return new QueuedEvent(
                id(),
                new FunctionReference(function, qualifier),
                payload(),
                Optional.empty(),
                "Root=" + id(),
                acceptedAt,
                invocations,
                deferrals,
                acceptedAt);
    }

    static EventInvokeConfig config(int retries, Duration oldest) {
        return new EventInvokeConfig(
                Optional.of(retries), Optional.of(oldest), Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    Outcome error() {
        Outcome.Kind[] kinds = Outcome.Kind.values();
        return new Outcome.FunctionError(payload(), kinds[random.nextInt(kinds.length)]);
    }

    Outcome throttled() {
        return new Outcome.Throttled(word(), "No room for " + word() + ".");
    }

    /** A moment of the last years, with nanoseconds that are no whole milliseconds. */
    Instant moment() {
        return Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000), 1 + random.nextInt(999_999_999));
    }

    /** Something that a function may be given or may answer. */
    byte[] payload() {
        return ("{\"" + word() + "\":" + random.nextInt(1000) + "}").getBytes(UTF_8);
    }

    /** 3 to 12 small letters. */
    String word() {
        var word = new StringBuilder();
        for (int length = 3 + random.nextInt(10); word.length() < length; )
            word.append((char) ('a' + random.nextInt(26)));
        return word.toString();
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

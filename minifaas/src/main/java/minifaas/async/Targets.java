package minifaas.async;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import minifaas.function.RegistryException;
import minifaas.function.Violations;

/** Finds the target that an ARN means: the service in it decides. */
public final class Targets {
    /** The services that AWS has as destinations, with the chapters that bring them. */
    private static final Map<String, Integer> CHAPTERS =
            Map.of("lambda", 9, "sns", 10, "s3", 10, "events", 10, "sqs", 11);

    private static final Set<String> FOR_DEAD_LETTERS = Set.of("sns", "sqs");
    private static final Pattern DEAD_LETTER_TARGET = Pattern.compile("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()");

    private final Map<String, Target> byService = new ConcurrentHashMap<>();

    /** Adds the target for all ARNs of a service, such as {@code lambda}. */
    public void add(String service, Target target) {
        byService.put(service, target);
    }

    /** Whether AWS sends records to what an ARN names. */
    boolean isKnownKind(String arn) {
        return CHAPTERS.containsKey(service(arn));
    }

    /**
     * Throws unless an ARN of a known kind names something that is there.
     *
     * @throws RegistryException INVALID_PARAMETER_VALUE
     */
    void require(String arn) {
        Target target = byService.get(service(arn));
        if (target == null)
            throw RegistryException.invalid("A target of the service " + service(arn) + " comes with chapter "
                    + CHAPTERS.get(service(arn)) + ", which is not in this minifaas yet: " + arn);
        if (!target.exists(arn)) throw RegistryException.invalid("The destination ARN " + arn + " is invalid.");
    }

    /**
     * Throws unless dead letters can be sent to an ARN: a queue or a topic that is there.
     *
     * @param arn may be empty, which means that none are sent
     * @throws RegistryException VALIDATION or INVALID_PARAMETER_VALUE
     */
    public void requireForDeadLetters(String arn) {
        new Violations()
                .pattern("deadLetterConfig.targetArn", arn, DEAD_LETTER_TARGET)
                .report();
        if (arn.isEmpty()) return;
        if (!FOR_DEAD_LETTERS.contains(service(arn)))
            throw RegistryException.invalid("Dead letters go to SQS queues and SNS topics only, not to " + arn + ".");
        require(arn);
    }

    /** Hands an event to the target of an ARN, as {@link Target#send} does. */
    CompletableFuture<Void> send(String arn, byte[] event, Map<String, String> attributes) {
        Target target = byService.get(service(arn));
        if (target == null)
            return CompletableFuture.failedFuture(RegistryException.invalid("There is no target for " + arn + "."));
        return target.send(arn, event, attributes);
    }

    private static String service(String arn) {
        String[] parts = arn.split(":", 4);
        return parts.length < 4 ? "" : parts[2];
    }
}

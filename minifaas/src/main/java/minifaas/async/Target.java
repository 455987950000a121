package minifaas.async;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import minifaas.function.RegistryException;

/**
 * Something that takes an event and is found by its ARN: a function, and with later chapters a topic or a queue.
 */
public interface Target {
    /** The attribute that carries an X-Ray trace header, under the name that SQS has for it. */
    String TRACE_HEADER = "AWSTraceHeader";

    /** Whether there is what an ARN names. */
    boolean exists(String arn);

    /**
     * Hands an event over; completes when the target answers for it from now on, and fails when it does not: with a
     * {@link RegistryException} when it will never take it, and otherwise when it may take it later.
     *
     * @param arn whom it is for
     * @param event JSON in UTF-8
     * @param attributes what is said beside the event, by name; {@link #TRACE_HEADER} is always among them, and a target
     *     that knows no others leaves them out
     */
    CompletableFuture<Void> send(String arn, byte[] event, Map<String, String> attributes);
}

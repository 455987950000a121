package minifaas.async;

import java.time.Instant;
import java.util.Optional;
import minifaas.async.NextStep.Finish;
import minifaas.invocation.Outcome;
import minifaas.kernel.NotWrittenYet;

/**
 * What a destination is told of an event whose processing is over.
 *
 * <p>Source: "Capturing records of Lambda asynchronous invocations",
 * docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html, 2026-11.
 */
final class InvocationRecord {
    private InvocationRecord() {}

    /**
     * What the function answered at the last attempt.
     *
     * @param executedVersion which version ran
     * @param outcome its success or its error
     */
    record Response(String executedVersion, Outcome outcome) {}

    /**
     * The record as JSON in UTF-8.
     *
     * <p>Its fields are, in this order: {@code version}, which is "1.0"; {@code timestamp}, now, in UTC with three digits
     * after the second; {@code requestContext} with {@code requestId}, {@code functionArn} (always with a qualifier,
     * {@code $LATEST} when the sender gave none), {@code condition} and {@code approximateInvokeCount}, how often the
     * function ran; {@code requestPayload}, the event as it was sent; and, when the function answered,
     * {@code responseContext} with {@code statusCode} 200, {@code executedVersion} and, only after a function error,
     * {@code functionError}, which is "Unhandled"; and {@code responsePayload}, the answer or the error. Payloads are JSON
     * within the JSON and not texts of it; only the answer of a custom runtime that is not JSON stands as a text.
     *
     * @param finish the event and why it is finished
     * @param response empty when the function did not run at the last attempt
     */
    static byte[] of(Finish finish, Optional<Response> response, Instant now) {
        throw new NotWrittenYet("9.4");
    }
}

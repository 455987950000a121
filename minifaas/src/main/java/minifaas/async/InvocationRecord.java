package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.async.NextStep.Finish;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Outcome;
import minifaas.kernel.Json;

/**
 * What a destination is told of an event whose processing is over.
 *
 * <p>Source: "Capturing records of Lambda asynchronous invocations",
 * docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html, 2026-11.
 */
final class InvocationRecord {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

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
        QueuedEvent event = finish.event();
        var context = new LinkedHashMap<String, Object>();
        context.put("requestId", event.id());
        context.put("functionArn", qualifiedArn(event));
        context.put("condition", finish.condition().text());
        context.put("approximateInvokeCount", event.invocations());
        var record = new LinkedHashMap<String, Object>();
        record.put("version", "1.0");
        record.put("timestamp", DATE.format(now));
        record.put("requestContext", context);
        record.put("requestPayload", json(event.payload()));
        response.ifPresent(answer -> addResponse(record, answer));
        return Json.write(record);
    }

    private static void addResponse(Map<String, Object> record, Response response) {
        var context = new LinkedHashMap<String, Object>();
        context.put("statusCode", 200);
        context.put("executedVersion", response.executedVersion());
        record.put("responseContext", context);
        if (response.outcome() instanceof Outcome.FunctionError error) {
            context.put("functionError", "Unhandled");
            record.put("responsePayload", json(error.payload()));
        } else if (response.outcome() instanceof Outcome.Succeeded succeeded) {
            record.put("responsePayload", json(succeeded.payload()));
        }
    }

    private static String qualifiedArn(QueuedEvent event) {
        String qualifier = event.function().qualifier().orElse(FunctionVersion.LATEST);
        return event.function().function().arn(qualifier);
    }

    /** As it came, to the last digit of a number. */
    private static Object json(byte[] payload) {
        String text = new String(payload, UTF_8);
        try {
            Json.check(Json.mapper().createParser(text));
            return new RawValue(text);
        } catch (IOException notJson) {
            return text;
        }
    }
}

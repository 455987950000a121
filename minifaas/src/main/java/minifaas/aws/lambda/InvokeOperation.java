package minifaas.aws.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import minifaas.aws.AwsError;
import minifaas.aws.AwsRequest;
import minifaas.aws.AwsResponse;
import minifaas.function.FunctionRegistry;
import minifaas.function.Resolution;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.kernel.Clock;
import minifaas.kernel.Json;

/**
 * Invoke, the operation that everything else is there for (docs.aws.amazon.com/lambda/latest/api/API_Invoke.html,
 * 2026-11). An error in the function is a success of the service: the status stays 200, and a header tells.
 */
final class InvokeOperation {
    private static final long MOST_BYTES = 6_291_456;
    private static final int MOST_EVENT_BYTES = 1_048_576;
    private static final int MOST_CLIENT_CONTEXT_BYTES = 3_583;
    private static final byte[] EMPTY_EVENT = {'{', '}'};

    private final FunctionRegistry registry;
    private final Invoker invoker;
    private final Clock clock;
    private final Optional<AwsError> whyNoEvents;

    /** @param whyNoEvents what an Event is answered, when this server has no queue */
    InvokeOperation(FunctionRegistry registry, Invoker invoker, Clock clock, Optional<AwsError> whyNoEvents) {
        this.registry = registry;
        this.invoker = invoker;
        this.clock = clock;
        this.whyNoEvents = whyNoEvents;
    }

    CompletableFuture<AwsResponse> invoke(LambdaRequest request) {
        AwsRequest http = request.http();
        byte[] payload = payload(request); // before anything else, so that no refusal leaves it on the connection
        Invocation.Type type = type(http);
        boolean wantsLog = wantsLog(http);
        Invocation invocation = invocation(request, type, payload);
        return invoker.invoke(invocation).thenApply(result -> {
            AwsResponse answer = result.outcome().as(new Answer(invocation));
            return wantsLog && result.logTail().length > 0
                    ? answer.with("X-Amz-Log-Result", base64(result.logTail()))
                    : answer;
        });
    }

    /** InvokeAsync, the old way to send an event (docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html, 2026-11). */
    CompletableFuture<AwsResponse> invokeAsync(LambdaRequest request) {
        byte[] payload = payload(request);
        return invoker.invoke(invocation(request, Invocation.Type.EVENT, payload))
                .thenApply(accepted -> AwsResponse.json(202, Map.of("Status", 202)));
    }

    private Invocation invocation(LambdaRequest request, Invocation.Type type, byte[] payload) {
        AwsRequest http = request.http();
        if (type == Invocation.Type.EVENT && payload.length > MOST_EVENT_BYTES) throw tooLarge(payload.length);
        Optional<String> context = http.header("X-Amz-Client-Context").map(InvokeOperation::clientContext);
        Resolution target =
                registry.resolve(request.function(), ThreadLocalRandom.current().nextDouble());
        String traceId = http.header("X-Amzn-Trace-Id").orElseGet(this::newTraceId);
        return new Invocation(http.id(), target.version(), target.invokedArn(), payload, type, context, traceId);
    }

    private static AwsError tooLarge(int bytes) {
        return new AwsError(
                413,
                "RequestEntityTooLargeException",
                bytes + " byte payload is too large for the Event invocation type (limit " + MOST_EVENT_BYTES
                        + " bytes)");
    }

    private static byte[] payload(LambdaRequest request) {
        byte[] payload = request.bytes(MOST_BYTES);
        if (payload.length == 0) return EMPTY_EVENT;
        InvalidJson.check(payload);
        return payload;
    }

    private Invocation.Type type(AwsRequest http) {
        String type = http.header("X-Amz-Invocation-Type").orElse("RequestResponse");
        return switch (type) {
            case "RequestResponse" -> Invocation.Type.REQUEST_RESPONSE;
            case "DryRun" -> Invocation.Type.DRY_RUN;
            case "Event" -> {
                whyNoEvents.ifPresent(error -> {
                    throw error;
                });
                yield Invocation.Type.EVENT;
            }
            default ->
                throw AwsError.validation(
                        type, "invocationType", "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        };
    }

    private static boolean wantsLog(AwsRequest http) {
        String type = http.header("X-Amz-Log-Type").orElse("None");
        if (!type.equals("None") && !type.equals("Tail"))
            throw AwsError.validation(type, "logType", "Member must satisfy enum value set: [None, Tail]");
        return type.equals("Tail");
    }

    private static String clientContext(String header) {
        if (header.length() > MOST_CLIENT_CONTEXT_BYTES)
            throw new AwsError(
                    400,
                    "InvalidRequestContentException",
                    "Client context must be at most " + MOST_CLIENT_CONTEXT_BYTES + " bytes of base64, and has "
                            + header.length() + ".");
        try {
            byte[] context = Base64.getDecoder().decode(header);
            Json.check(context);
            return new String(context, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IOException notBase64OrNotJson) {
            throw new AwsError(
                    400,
                    "InvalidRequestContentException",
                    "Client context must be a valid Base64-encoded JSON object.");
        }
    }

    private String newTraceId() {
        var random = ThreadLocalRandom.current();
        return "Root=1-%08x-%08x%016x;Sampled=0"
                .formatted(clock.now().getEpochSecond(), random.nextInt(), random.nextLong());
    }

    private static String base64(byte[] log) {
        return Base64.getEncoder().encodeToString(log);
    }

    /** What the caller gets for each outcome. */
    private record Answer(Invocation invocation) implements Outcome.Cases<AwsResponse> {
        @Override
        public AwsResponse succeeded(Outcome.Succeeded succeeded) {
            return executed(AwsResponse.json(200, succeeded.payload()));
        }

        @Override
        public AwsResponse accepted(Outcome.Accepted accepted) {
            // which version an event runs is not known yet
            return invocation.type() == Invocation.Type.EVENT
                    ? AwsResponse.accepted()
                    : executed(AwsResponse.noContent());
        }

        @Override
        public AwsResponse functionError(Outcome.FunctionError error) {
            return executed(AwsResponse.json(200, error.payload()).with("X-Amz-Function-Error", "Unhandled"));
        }

        @Override
        public AwsResponse throttled(Outcome.Throttled throttled) {
            return Errors.of(throttled).toResponse();
        }

        @Override
        public AwsResponse noEnvironment(Outcome.NoEnvironment none) {
            return Errors.of(none).toResponse();
        }

        private AwsResponse executed(AwsResponse answer) {
            return answer.with("X-Amz-Executed-Version", invocation.version().version());
        }
    }
}

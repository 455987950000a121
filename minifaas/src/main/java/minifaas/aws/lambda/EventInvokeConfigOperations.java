package minifaas.aws.lambda;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.async.EventInvokeConfig;
import minifaas.async.EventInvokeConfigChange;
import minifaas.async.EventInvokeConfigChange.DestinationConfig;
import minifaas.async.EventInvokeConfigs;
import minifaas.aws.AwsResponse;
import minifaas.function.FunctionReference;

/** The operations on how events are treated. */
final class EventInvokeConfigOperations {
    private static final int MILLISECONDS = 3;

    private final EventInvokeConfigs configs;

    EventInvokeConfigOperations(EventInvokeConfigs configs) {
        this.configs = configs;
    }

    AwsResponse put(LambdaRequest request) {
        return answer(request, configs.put(request.function(), change(request)));
    }

    AwsResponse update(LambdaRequest request) {
        return answer(request, configs.update(request.function(), change(request)));
    }

    AwsResponse get(LambdaRequest request) {
        return answer(request, configs.get(request.function()));
    }

    AwsResponse delete(LambdaRequest request) {
        configs.delete(request.function());
        return AwsResponse.noContent();
    }

    AwsResponse list(LambdaRequest request) {
        return AwsResponse.json(
                200,
                Page.SHORT.of(
                        request,
                        "FunctionEventInvokeConfigs",
                        configs.list(request.function()).entrySet(),
                        entry -> entry.getKey().arn(),
                        entry -> json(entry.getKey(), entry.getValue())));
    }

    private static EventInvokeConfigChange change(LambdaRequest request) {
        Fields body = request.fields();
        return new EventInvokeConfigChange(
                body.number("MaximumRetryAttempts"),
                body.number("MaximumEventAgeInSeconds"),
                body.object("DestinationConfig")
                        .map(config -> new DestinationConfig(
                                destination(config, "OnSuccess"), destination(config, "OnFailure"))));
    }

    private static Optional<String> destination(Fields config, String when) {
        return config.object(when)
                .flatMap(destination -> destination.text("Destination"))
                .filter(arn -> !arn.isEmpty());
    }

    private static AwsResponse answer(LambdaRequest request, EventInvokeConfig config) {
        return AwsResponse.json(200, json(request.function().qualified(), config));
    }

    /** AWS: FunctionEventInvokeConfig; the time is in seconds since 1970, with a fraction. */
    private static Map<String, Object> json(FunctionReference which, EventInvokeConfig config) {
        var json = new LinkedHashMap<String, Object>();
        json.put("LastModified", BigDecimal.valueOf(config.lastModified().toEpochMilli(), MILLISECONDS));
        json.put("FunctionArn", which.arn());
        config.maximumRetryAttempts().ifPresent(retries -> json.put("MaximumRetryAttempts", retries));
        config.maximumEventAge().ifPresent(age -> json.put("MaximumEventAgeInSeconds", age.toSeconds()));
        json.put(
                "DestinationConfig",
                FunctionJson.inOrder(
                        "OnSuccess", destination(config.onSuccess()), "OnFailure", destination(config.onFailure())));
        return json;
    }

    private static Map<String, String> destination(Optional<String> arn) {
        return arn.map(it -> Map.of("Destination", it)).orElse(Map.of());
    }
}

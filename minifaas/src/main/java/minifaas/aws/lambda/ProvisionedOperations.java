package minifaas.aws.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import minifaas.aws.AwsError;
import minifaas.aws.AwsResponse;
import minifaas.function.FunctionReference;
import minifaas.scaling.Provision;
import minifaas.scaling.ProvisionedConcurrency;
import minifaas.scaling.ProvisionedConfig;

/** The operations on provisioned concurrency. */
final class ProvisionedOperations {
    private final ProvisionedConcurrency provisioned;

    ProvisionedOperations(ProvisionedConcurrency provisioned) {
        this.provisioned = provisioned;
    }

    AwsResponse put(LambdaRequest request) {
        FunctionReference reference = qualified(request);
        int requested = request.fields()
                .number("ProvisionedConcurrentExecutions")
                .orElseThrow(() -> refused(null, "Member must not be null"));
        if (requested < 1) throw refused(requested, "Member must have value greater than or equal to 1");
        return AwsResponse.json(202, json(provisioned.put(reference, requested)));
    }

    AwsResponse get(LambdaRequest request) {
        return AwsResponse.json(
                200,
                json(provisioned
                        .find(qualified(request))
                        .orElseThrow(() -> new AwsError(
                                404,
                                "ProvisionedConcurrencyConfigNotFoundException",
                                "No Provisioned Concurrency Config found for this function"))));
    }

    AwsResponse delete(LambdaRequest request) {
        provisioned.delete(qualified(request));
        return AwsResponse.noContent();
    }

    AwsResponse list(LambdaRequest request) {
        var configs = provisioned.list(request.function()).entrySet();
        return AwsResponse.json(
                200,
                Page.SHORT.of(
                        request,
                        "ProvisionedConcurrencyConfigs",
                        configs,
                        entry -> entry.getKey().arn(),
                        ProvisionedOperations::item));
    }

    private static FunctionReference qualified(LambdaRequest request) {
        FunctionReference reference = request.function();
        if (reference.qualifier().isEmpty()) throw AwsError.validation(null, "qualifier", "Member must not be null");
        return reference;
    }

    private static AwsError refused(Integer value, String constraint) {
        return AwsError.validation(value, "provisionedConcurrentExecutions", constraint);
    }

    private static Map<String, Object> item(Map.Entry<ProvisionedConfig, Provision> entry) {
        Map<String, Object> json = json(entry);
        json.put("FunctionArn", entry.getKey().arn());
        return json;
    }

    private static Map<String, Object> json(Map.Entry<ProvisionedConfig, Provision> entry) {
        ProvisionedConfig config = entry.getKey();
        Provision provision = entry.getValue();
        var json = new LinkedHashMap<String, Object>();
        json.put("RequestedProvisionedConcurrentExecutions", config.requested());
        json.put("AvailableProvisionedConcurrentExecutions", provision.available());
        json.put("AllocatedProvisionedConcurrentExecutions", provision.allocated());
        json.put("Status", provision.status());
        provision.reason().ifPresent(reason -> json.put("StatusReason", reason));
        json.put("LastModified", FunctionJson.date(config.lastModified()));
        return json;
    }
}

package minifaas.aws.lambda;

import java.util.Map;
import java.util.Optional;
import minifaas.aws.AwsError;
import minifaas.aws.AwsResponse;
import minifaas.function.Alias;
import minifaas.function.AliasChange;
import minifaas.function.FunctionRegistry;

/** The operations on aliases. */
final class AliasOperations {
    private final FunctionRegistry registry;

    AliasOperations(FunctionRegistry registry) {
        this.registry = registry;
    }

    AwsResponse create(LambdaRequest request) {
        Fields body = request.fields();
        Alias created = registry.createAlias(
                request.function(),
                required(body, "Name", "name"),
                required(body, "FunctionVersion", "functionVersion"),
                body.text("Description").orElse(""),
                weights(body).orElse(Map.of()));
        return AwsResponse.json(201, FunctionJson.alias(created));
    }

    AwsResponse get(LambdaRequest request) {
        return AwsResponse.json(200, FunctionJson.alias(registry.alias(request.function(), request.name("Name"))));
    }

    AwsResponse list(LambdaRequest request) {
        var aliases = registry.aliases(request.function(), request.http().query("FunctionVersion"));
        return AwsResponse.json(200, Page.USUAL.of(request, "Aliases", aliases, Alias::name, FunctionJson::alias));
    }

    AwsResponse update(LambdaRequest request) {
        Fields body = request.fields();
        var change = new AliasChange(
                body.text("FunctionVersion"), body.text("Description"), weights(body), body.text("RevisionId"));
        return AwsResponse.json(
                200, FunctionJson.alias(registry.updateAlias(request.function(), request.name("Name"), change)));
    }

    AwsResponse delete(LambdaRequest request) {
        registry.deleteAlias(request.function(), request.name("Name"));
        return AwsResponse.noContent();
    }

    /** Empty when the body says nothing of routing; an empty RoutingConfig ends it. */
    private static Optional<Map<String, Double>> weights(Fields body) {
        return body.object("RoutingConfig")
                .map(routing ->
                        routing.numbersByName("AdditionalVersionWeights").orElse(Map.of()));
    }

    private static String required(Fields body, String field, String modelName) {
        return body.text(field).orElseThrow(() -> AwsError.validation(null, modelName, "Member must not be null"));
    }
}

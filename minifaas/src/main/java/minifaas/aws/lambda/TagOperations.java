package minifaas.aws.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import minifaas.aws.AwsError;
import minifaas.aws.AwsResponse;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;

/** The operations on tags, which address a function by its ARN only. */
final class TagOperations {
    private static final Pattern RESOURCE =
            Pattern.compile("arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:"
                    + "(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)"
                    + "|code-signing-config:csc-[a-z0-9]{17}"
                    + "|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
                    + "|capacity-provider:[a-zA-Z0-9-_]+)");

    private final FunctionRegistry registry;

    TagOperations(FunctionRegistry registry) {
        this.registry = registry;
    }

    AwsResponse list(LambdaRequest request) {
        return AwsResponse.json(200, Map.of("Tags", registry.tags(resource(request))));
    }

    AwsResponse tag(LambdaRequest request) {
        Map<String, String> tags = request.fields()
                .textsByName("Tags")
                .orElseThrow(() -> AwsError.validation(null, "tags", "Member must not be null"));
        registry.tag(resource(request), tags);
        return AwsResponse.noContent();
    }

    AwsResponse untag(LambdaRequest request) {
        List<String> keys = request.http().queryAll("tagKeys");
        if (keys.isEmpty()) throw AwsError.validation(null, "tagKeys", "Member must not be null");
        registry.untag(resource(request), keys);
        return AwsResponse.noContent();
    }

    private static FunctionReference resource(LambdaRequest request) {
        String arn = request.name("Resource");
        if (!RESOURCE.matcher(arn).matches())
            throw AwsError.validation(
                    arn, "resource", "Member must satisfy regular expression pattern: " + RESOURCE.pattern());
        if (!arn.contains(":function:"))
            throw AwsError.notImplemented("Only functions have tags in this minifaas, and " + arn + " is none.");
        return request.reference(arn, Optional.empty());
    }
}

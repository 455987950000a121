package minifaas.aws.lambda;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import minifaas.aws.AwsError;
import minifaas.aws.AwsRequest;
import minifaas.aws.AwsResponse;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.FunctionVersion;
import minifaas.function.FunctionView;

/**
 * Where the Code.Location of GetFunction leads: the stored archive of a version. AWS answers with a presigned URL of
 * S3 that ends after ten minutes; this one is of this server, and does not end.
 */
final class CodeDownload {
    static final String PATH = "/_minifaas/code/";

    private final FunctionRegistry registry;

    CodeDownload(FunctionRegistry registry) {
        this.registry = registry;
    }

    static String address(AwsRequest request, FunctionView view) {
        FunctionId id = view.version().function();
        String version = URLEncoder.encode(view.version().version(), StandardCharsets.UTF_8);
        return request.baseUrl() + PATH + id.account() + "/" + id.region() + "/" + id.name() + "/" + version;
    }

    AwsResponse answer(AwsRequest request) {
        String[] parts = request.path().substring(PATH.length()).split("/", -1);
        if (parts.length != 4) throw new AwsError(404, "ResourceNotFoundException", "No code at " + request.path());
        var id = new FunctionId(parts[0], parts[1], parts[2]);
        var reference = new FunctionReference(id, Optional.of(AwsRequest.decodePath(parts[3])));
        FunctionVersion version = registry.find(reference).version();
        return new AwsResponse(200, Map.of("Content-Type", "application/zip"), registry.archive(version));
    }
}

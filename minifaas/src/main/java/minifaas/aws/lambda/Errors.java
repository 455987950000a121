package minifaas.aws.lambda;

import java.util.Map;
import minifaas.aws.AwsError;
import minifaas.function.RegistryException;
import minifaas.invocation.Outcome;

/** What the registry and the invoker refuse, as the Lambda API's errors. */
final class Errors {
    private Errors() {}

    static AwsError of(RegistryException refusal) {
        String message = refusal.getMessage();
        return switch (refusal.kind()) {
            case RESOURCE_NOT_FOUND -> new AwsError(404, "ResourceNotFoundException", message);
            case RESOURCE_CONFLICT -> new AwsError(409, "ResourceConflictException", message);
            case INVALID_PARAMETER_VALUE -> AwsError.invalidParameter(message);
            case VALIDATION -> new AwsError(400, "ValidationException", message);
            case PRECONDITION_FAILED -> new AwsError(412, "PreconditionFailedException", message);
            case ACCESS_DENIED -> new AwsError(403, "AccessDeniedException", message);
            case REQUEST_TOO_LARGE -> new AwsError(413, "RequestEntityTooLargeException", message);
        };
    }

    static AwsError of(Outcome.Throttled throttled) {
        return new AwsError(429, "TooManyRequestsException", throttled.message(), Map.of("Reason", throttled.reason()));
    }

    static AwsError of(Outcome.NoEnvironment none) {
        return switch (none.why()) {
            case RUNTIME -> new AwsError(502, "InvalidRuntimeException", none.message());
            case CODE ->
                new AwsError(
                        502, "InvalidZipFileException", "Lambda was not able to unzip the file: " + none.message());
            case PLATFORM -> new AwsError(500, "ServiceException", none.message());
        };
    }
}

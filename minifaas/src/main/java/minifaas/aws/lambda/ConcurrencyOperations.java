package minifaas.aws.lambda;

import java.util.Map;
import minifaas.aws.AwsError;
import minifaas.aws.AwsResponse;
import minifaas.scaling.Concurrency;

/** The operations on reserved concurrency. */
final class ConcurrencyOperations {
    private static final String RESERVED = "ReservedConcurrentExecutions";

    private final Concurrency concurrency;

    ConcurrencyOperations(Concurrency concurrency) {
        this.concurrency = concurrency;
    }

    AwsResponse put(LambdaRequest request) {
        int reserved = request.fields().number(RESERVED).orElseThrow(() -> invalid(null, "not be null"));
        if (reserved < 0) throw invalid(reserved, "have value greater than or equal to 0");
        concurrency.reserve(request.function(), reserved);
        return AwsResponse.json(200, json(reserved));
    }

    AwsResponse get(LambdaRequest request) {
        return AwsResponse.json(
                200,
                concurrency
                        .reservedFor(request.function())
                        .map(ConcurrencyOperations::json)
                        .orElse(Map.of()));
    }

    AwsResponse delete(LambdaRequest request) {
        concurrency.unreserve(request.function());
        return AwsResponse.noContent();
    }

    /** AWS: Concurrency. */
    static Map<String, Object> json(int reserved) {
        return Map.of(RESERVED, reserved);
    }

    private static AwsError invalid(Integer reserved, String rule) {
        return AwsError.validation(reserved, "reservedConcurrentExecutions", "Member must " + rule);
    }
}

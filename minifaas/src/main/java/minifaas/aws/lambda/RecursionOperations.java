package minifaas.aws.lambda;

import java.util.Arrays;
import java.util.Map;
import minifaas.async.RecursionConfigs;
import minifaas.async.RecursiveLoop;
import minifaas.aws.AwsError;
import minifaas.aws.AwsResponse;

/** The operations on what happens to functions that feed themselves. */
final class RecursionOperations {
    private static final String LOOP = "RecursiveLoop";

    private final RecursionConfigs configs;

    RecursionOperations(RecursionConfigs configs) {
        this.configs = configs;
    }

    AwsResponse put(LambdaRequest request) {
        String text = request.fields().text(LOOP).orElseThrow(() -> invalid(null, "not be null"));
        RecursiveLoop loop = RecursiveLoop.of(text)
                .orElseThrow(() -> invalid(
                        text,
                        "satisfy enum value set: "
                                + Arrays.stream(RecursiveLoop.values())
                                        .map(RecursiveLoop::text)
                                        .toList()));
        configs.put(request.function(), loop);
        return answer(loop);
    }

    AwsResponse get(LambdaRequest request) {
        return answer(configs.get(request.function()));
    }

    private static AwsResponse answer(RecursiveLoop loop) {
        return AwsResponse.json(200, Map.of(LOOP, loop.text()));
    }

    private static AwsError invalid(String value, String rule) {
        return AwsError.validation(value, "recursiveLoop", "Member must " + rule);
    }
}

package minifaas.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LambdaOperationTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /2015-03-31/functions/f/invocations, INVOKE",
        "POST, /2015-03-31/functions, CREATE_FUNCTION",
        "POST, /2015-03-31/functions/, CREATE_FUNCTION",
        "GET, /2015-03-31/functions/, LIST_FUNCTIONS",
        "GET, /2015-03-31/functions/f, GET_FUNCTION",
        "GET, /2015-03-31/functions/f/aliases/a, GET_ALIAS",
        "GET, /2019-09-30/functions/f/concurrency, GET_FUNCTION_CONCURRENCY",
        "PUT, /2017-10-31/functions/f/concurrency, PUT_FUNCTION_CONCURRENCY",
        "GET, /2019-09-25/functions/f/event-invoke-config/list, LIST_FUNCTION_EVENT_INVOKE_CONFIGS"
    })
    void aPathMeansAnOperation(String method, String path, LambdaOperation expected) {
        assertThat(match(method, path, null)).isEqualTo(expected);
    }

    @Test
    void aQueryCanMakeTheDifference() {
        String path = "/2019-09-30/functions/f/provisioned-concurrency";
        assertThat(match("GET", path, "List=ALL")).isEqualTo(LambdaOperation.LIST_PROVISIONED_CONCURRENCY_CONFIGS);
        assertThat(match("GET", path, "Qualifier=1")).isEqualTo(LambdaOperation.GET_PROVISIONED_CONCURRENCY_CONFIG);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /2015-03-31/functions//configuration",
        "PATCH, /2015-03-31/functions/f",
        "GET, /2015-03-31/functions/f/g/h",
        "GET, /2015-03-31/functions/a/../b"
    })
    void anythingElseMeansNone(String method, String path) {
        assertThat(LambdaOperation.match(method, path, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "f%3APROD, f:PROD",
        "arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af, arn:aws:lambda:us-east-1:000000000000:function:f",
        "a%2Fb, a/b",
        "a+b, a+b",
        "%C3%BC, ü"
    })
    void namesAreDecodedAfterTheMatch(String sent, String meant) {
        var match = LambdaOperation.match("GET", "/2015-03-31/functions/" + sent, null);
        assertThat(match.orElseThrow().names()).isEqualTo(Map.of("FunctionName", meant));
    }

    @Test
    void titlesAreAwsNames() {
        assertThat(LambdaOperation.PUT_FUNCTION_CONCURRENCY.title()).isEqualTo("PutFunctionConcurrency");
        assertThat(LambdaOperation.GET_LAYER_VERSION_BY_ARN.title()).isEqualTo("GetLayerVersionByArn");
    }

    @ParameterizedTest
    @EnumSource(LambdaOperation.class)
    void noOperationComesBeforeTheRegistry(LambdaOperation operation) {
        assertThat(operation.chapter().orElse(5)).isBetween(5, 17);
    }

    private static LambdaOperation match(String method, String path, String query) {
        return LambdaOperation.match(method, path, query).orElseThrow().operation();
    }
}

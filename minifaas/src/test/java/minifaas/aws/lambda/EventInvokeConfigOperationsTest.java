package minifaas.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import minifaas.async.Target;
import minifaas.aws.TestServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.*;

/** Messages as AWS was recorded with them, TestLambdaEventInvokeConfig. */
class EventInvokeConfigOperationsTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:q";

    @TempDir
    Path folder;

    private TestServer server;
    private LambdaClient lambda;

    /** Everything but what is called "doesnotexist" is there. */
    private static final class Anything implements Target {
        @Override
        public boolean exists(String arn) {
            return !arn.endsWith(":doesnotexist");
        }

        @Override
        public CompletableFuture<Void> send(String arn, byte[] event, Map<String, String> attributes) {
            throw new AssertionError("nothing is sent here");
        }
    }

    @BeforeEach
    void start() {
        server = new TestServer(folder, 9);
        server.targets.add("lambda", new Anything());
        lambda = server.sdk("test");
        server.create("f");
        lambda.publishVersion(it -> it.functionName("f"));
        lambda.createAlias(it -> it.functionName("f").name("PROD").functionVersion("1"));
    }

    @AfterEach
    void stop() {
        lambda.close();
        server.close();
    }

    @Test
    void aConfigIsPutShownUpdatedAndDeleted() {
        Instant before = Instant.now().minusMillis(1);
        var put = lambda.putFunctionEventInvokeConfig(it -> it.functionName("f")
                .maximumRetryAttempts(2)
                .maximumEventAgeInSeconds(60)
                .destinationConfig(to -> to.onSuccess(on -> on.destination(ARN + "g"))));
        assertThat(put.functionArn()).isEqualTo(ARN + "f:$LATEST");
        assertThat(put.lastModified()).isBetween(before, Instant.now());
        assertThat(put.destinationConfig().onSuccess().destination()).isEqualTo(ARN + "g");
        assertThat(put.destinationConfig().onFailure().destination()).isNull();

        var updated = lambda.updateFunctionEventInvokeConfig(
                it -> it.functionName("f").maximumRetryAttempts(0));
        assertThat(updated.maximumEventAgeInSeconds()).isEqualTo(60);
        assertThat(updated.destinationConfig().onSuccess().destination()).isEqualTo(ARN + "g");
        var got = lambda.getFunctionEventInvokeConfig(it -> it.functionName(ARN + "f:$LATEST"));
        assertThat(got.maximumRetryAttempts()).isZero();
        assertThat(got.lastModified()).isEqualTo(updated.lastModified());

        assertThat(put(it -> it.maximumRetryAttempts(0)).maximumEventAgeInSeconds())
                .isNull();
        lambda.deleteFunctionEventInvokeConfig(it -> it.functionName("f").qualifier("$LATEST"));
        refused(
                404,
                "ResourceNotFoundException",
                "The function " + ARN + "f:$LATEST doesn't have an EventInvokeConfig",
                () -> lambda.deleteFunctionEventInvokeConfig(it -> it.functionName("f")));
    }

    @Test
    void theJsonIsThatOfAws() {
        var answer =
                server.put("/2019-09-25/functions/f/event-invoke-config?Qualifier=1", "{\"MaximumRetryAttempts\":1}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"LastModified\":\\d{10}\\.\\d{3},\"FunctionArn\":\"" + ARN
                        + "f:1\",\"MaximumRetryAttempts\""
                        + ":1,\"DestinationConfig\":\\{\"OnSuccess\":\\{},\"OnFailure\":\\{}}}");
    }

    @Test
    void configsAreListedInPages() {
        for (String qualifier : new String[] {"PROD", "1", "$LATEST"})
            put(it -> it.qualifier(qualifier).maximumRetryAttempts(1));
        var pages = lambda.listFunctionEventInvokeConfigsPaginator(
                it -> it.functionName("f").maxItems(2));
        assertThat(pages.stream().map(page -> page.functionEventInvokeConfigs().size()))
                .containsExactly(2, 1);
        assertThat(pages.functionEventInvokeConfigs().stream().map(FunctionEventInvokeConfig::functionArn))
                .containsExactly(ARN + "f:$LATEST", ARN + "f:1", ARN + "f:PROD");
        lambda.deleteAlias(it -> it.functionName("f").name("PROD"));
        assertThat(lambda.listFunctionEventInvokeConfigs(it -> it.functionName("f"))
                        .functionEventInvokeConfigs())
                .hasSize(2);
    }

    @Test
    void anEmptyDestinationIsNone() {
        put(it -> it.destinationConfig(to -> to.onFailure(on -> on.destination(ARN + "g"))));
        assertThat(put(it -> it.destinationConfig(to -> to.onFailure(on -> on.destination(""))))
                        .destinationConfig()
                        .onFailure()
                        .destination())
                .isNull();
        assertThat(put(it -> it.destinationConfig(to -> to.onSuccess(on -> {}))).destinationConfig())
                .isNotNull();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        refused(
                404,
                "ResourceNotFoundException",
                "The function doesn't exist.",
                () -> lambda.putFunctionEventInvokeConfig(
                        it -> it.functionName("no").maximumRetryAttempts(1)));
        refused(
                404,
                "ResourceNotFoundException",
                "The function doesn't exist.",
                () -> put(it -> it.qualifier("STAGE").maximumRetryAttempts(1)));
        refused(
                404,
                "ResourceNotFoundException",
                "The function doesn't exist.",
                () -> lambda.updateFunctionEventInvokeConfig(
                        it -> it.functionName("no").maximumRetryAttempts(1)));
        refused(
                404,
                "ResourceNotFoundException",
                "The function doesn't exist.",
                () -> lambda.listFunctionEventInvokeConfigs(it -> it.functionName("no")));
        refused(
                404,
                "ResourceNotFoundException",
                "The function " + ARN + "no:$LATEST doesn't have an EventInvokeConfig",
                () -> lambda.getFunctionEventInvokeConfig(it -> it.functionName("no")));
        refused(
                404,
                "ResourceNotFoundException",
                "The function " + ARN + "f:PROD doesn't have an EventInvokeConfig",
                () -> lambda.updateFunctionEventInvokeConfig(
                        it -> it.functionName(ARN + "f:PROD").maximumRetryAttempts(1)));
        refused(
                400,
                "InvalidParameterValueException",
                "The derived qualifier from the function name does not match the specified qualifier.",
                () -> lambda.putFunctionEventInvokeConfig(
                        it -> it.functionName("f:PROD").qualifier("1").maximumRetryAttempts(1)));
    }

    @Test
    void oneSettingAtLeastMustBeSaid() {
        String message = "You must specify at least one of error handling or destination setting.";
        refused(
                400,
                "InvalidParameterValueException",
                message,
                () -> lambda.putFunctionEventInvokeConfig(it -> it.functionName("no")));
        refused(
                400,
                "InvalidParameterValueException",
                message,
                () -> lambda.updateFunctionEventInvokeConfig(it -> it.functionName("f")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MaximumRetryAttempts|-1|maximumRetryAttempts|greater than or equal to 0",
                "MaximumRetryAttempts|3|maximumRetryAttempts|less than or equal to 2",
                "MaximumEventAgeInSeconds|59|maximumEventAgeInSeconds|greater than or equal to 60",
                "MaximumEventAgeInSeconds|21601|maximumEventAgeInSeconds|less than or equal to 21600"
            })
    void aNumberOutOfItsRangeIsRefused(String field, String value, String name, String constraint) {
        var answer = server.put("/2019-09-25/functions/f/event-invoke-config", "{\"" + field + "\":" + value + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("1 validation error detected: Value '" + value + "' at '" + name
                        + "' failed to satisfy constraint: Member must have value " + constraint);
    }

    @Test
    void aDestinationMustMakeSense() {
        refused(
                400,
                "InvalidParameterValueException",
                "The destination ARN " + ARN + "doesnotexist is invalid.",
                () -> onSuccess(ARN + "doesnotexist"));
        for (String itself : List.of(ARN + "f", ARN + "f:PROD", ARN.replace("arn:aws:", "arn:aws-cn:") + "f"))
            refused(
                    400,
                    "InvalidParameterValueException",
                    "You can't specify the function as a destination for itself.",
                    () -> onSuccess(itself));
        String role = ARN.replace(":lambda:", ":iam:") + "f";
        refused(
                400,
                "InvalidParameterValueException",
                "The provided destination config DestinationConfig(onSuccess=" + "OnSuccess(destination=" + role
                        + "), onFailure=null) is invalid.",
                () -> onSuccess(role));
        refused(400, "InvalidParameterValueException", "comes with chapter 11", () -> onSuccess(QUEUE));
        String odd = ARN.replace(":lambda:", ":_-/!lambda:") + "f";
        refused(
                400,
                "ValidationException",
                "1 validation error detected: Value '" + odd
                        + "' at 'destinationConfig.onFailure.destination' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: $|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):"
                        + "([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)",
                () -> put(it -> it.destinationConfig(to -> to.onFailure(on -> on.destination(odd)))));
        assertThat(lambda.listFunctionEventInvokeConfigs(it -> it.functionName("f"))
                        .functionEventInvokeConfigs())
                .isEmpty();
    }

    @Test
    void deadLettersNeedATargetThatIsThere() {
        refused(400, "InvalidParameterValueException", "comes with chapter 11", () -> deadLettersTo(QUEUE));
        refused(
                400,
                "InvalidParameterValueException",
                "SQS queues and SNS topics only",
                () -> deadLettersTo(ARN + "g"));
        refused(400, "ValidationException", "'deadLetterConfig.targetArn'", () -> deadLettersTo("q"));
        server.targets.add("sqs", new Anything());
        assertThat(deadLettersTo(QUEUE).deadLetterConfig().targetArn()).isEqualTo(QUEUE);
        server.awaitActive("f");
        lambda.updateFunctionConfiguration(it -> it.functionName("f").timeout(9));
        server.awaitActive("f");
        assertThat(lambda.getFunctionConfiguration(it -> it.functionName("f"))
                        .deadLetterConfig()
                        .targetArn())
                .isEqualTo(QUEUE);
        assertThat(deadLettersTo("").deadLetterConfig()).isNull();
    }

    private UpdateFunctionConfigurationResponse deadLettersTo(String arn) {
        return lambda.updateFunctionConfiguration(
                it -> it.functionName("f").deadLetterConfig(config -> config.targetArn(arn)));
    }

    private void onSuccess(String arn) {
        put(it -> it.destinationConfig(to -> to.onSuccess(on -> on.destination(arn))));
    }

    private PutFunctionEventInvokeConfigResponse put(Consumer<PutFunctionEventInvokeConfigRequest.Builder> config) {
        return lambda.putFunctionEventInvokeConfig(it -> config.accept(it.functionName("f")));
    }

    private static void refused(int status, String type, String message, ThrowingCallable call) {
        var refusal = catchThrowableOfType(LambdaException.class, call);
        assertThat(refusal).as(message).isNotNull();
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(type);
        assertThat(refusal.awsErrorDetails().errorMessage()).contains(message);
        assertThat(refusal.statusCode()).isEqualTo(status);
    }
}

package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Map;
import minifaas.testing.Machine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressingTest extends EndToEnd {
    @BeforeAll
    void createFunctionWithAlias() {
        Machine.needs("python3", "python");
        platform.create(
                "f", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return c.invoked_function_arn"));
        lambda.publishVersion(request -> request.functionName("f"));
        lambda.createAlias(request -> request.functionName("f").name("PROD").functionVersion("1"));
    }

    @ParameterizedTest
    @CsvSource({
        "f, f, $LATEST",
        "f:$LATEST, f:$LATEST, $LATEST",
        "f:1, f:1, 1",
        "f:PROD, f:PROD, 1",
        "000000000000:function:f, f, $LATEST",
        "000000000000:function:f:PROD, f:PROD, 1",
        "function:f, f, $LATEST",
        "us-east-1:000000000000:function:f, f, $LATEST",
        "arn:aws:lambda:us-east-1:000000000000:function:f, f, $LATEST",
        "arn:aws:lambda:us-east-1:000000000000:function:f:PROD, f:PROD, 1",
    })
    void aFunctionIsReachedInEveryFormPlainOrEncoded(String form, String arn, String version) throws Exception {
        var invoked = lambda.invoke(request -> request.functionName(form));
        assertThat(invoked.payload().asUtf8String()).isEqualTo('"' + ARN + arn + '"');
        assertThat(invoked.executedVersion()).isEqualTo(version);

        String encoded = URLEncoder.encode(form, UTF_8);
        var configuration = json(get(F + "/" + encoded + "/configuration").body());
        assertThat(configuration).containsEntry("FunctionArn", ARN + arn).containsEntry("Version", version);
        assertThat(get(F + "/" + form.replace("$", "%24") + "/configuration").body())
                .isEqualTo(get(F + "/" + encoded + "/configuration").body());
    }

    @Test
    void aQualifierMayStandTwiceWhenBothAreTheSame() {
        assertThat(lambda.getFunctionConfiguration(
                                request -> request.functionName("f:PROD").qualifier("PROD"))
                        .version())
                .isEqualTo("1");
        refused(
                400,
                "InvalidParameterValueException",
                "The derived qualifier from the function name does not match the specified qualifier.",
                () -> lambda.getFunction(
                        request -> request.functionName("f:PROD").qualifier("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f:1221", "f:nope", "nope"})
    void whatIsNotThereIsNamedByItsArn(String name) {
        String arn = ARN + name;
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + arn,
                () -> lambda.getFunction(request -> request.functionName(name)));
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + arn,
                () -> lambda.getFunctionConfiguration(request -> request.functionName(name)));
        String invoked = name.contains(":") ? arn : arn + ":$LATEST";
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + invoked,
                () -> lambda.invoke(request -> request.functionName(name)));
    }

    @Test
    void aFunctionOfAnotherRegionIsOutOfReach() {
        refused(
                404,
                "ResourceNotFoundException",
                "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
                () -> lambda.getFunction(
                        request -> request.functionName("arn:aws:lambda:eu-west-1:000000000000:function:f")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid:function:name",
                "arn:aws:lambda:us-east-1:123400000000@function:myfn",
                "*",
                "my-function!",
                "arn:aws:ec2:us-east-1:000000000000:instance:i",
                "12345:function:f",
                "f:PROD:again",
                "../f",
            })
    void whatIsNoNameIsRefusedWithAwsPattern(String name) {
        refused(
                400,
                "ValidationException",
                "1 validation error detected: Value '" + name + "' at 'functionName' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?"
                        + "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?"
                        + "([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?",
                () -> lambda.getFunction(request -> request.functionName(name)));
    }

    @Test
    void aFunctionCanBeCreatedByPartialArnAndByArn() {
        assertThat(lambda.createFunction(
                                request -> anyFunction(request, "any").functionName("000000000000:function:partial"))
                        .functionArn())
                .isEqualTo(ARN + "partial");
        assertThat(lambda.createFunction(request -> anyFunction(request, "any").functionName(ARN + "whole"))
                        .functionName())
                .isEqualTo("whole");
    }

    @Test
    void anAccessKeyOfTwelveDigitsIsTheAccountAndTheSignatureNamesTheRegion() {
        try (var other = platform.client("123456789012", Region.EU_CENTRAL_1)) {
            refused(
                    404,
                    "ResourceNotFoundException",
                    "eu-central-1:123456789012:function:f",
                    () -> other.getFunction(request -> request.functionName("f")));

            var created = other.createFunction(request -> anyFunction(request, "f"));
            assertThat(created.functionArn()).isEqualTo("arn:aws:lambda:eu-central-1:123456789012:function:f");
            assertThat(other.listFunctions().functions()).hasSize(1);
            other.deleteFunction(request -> request.functionName("f"));
        }
        assertThat(platform.answer("f", "{}")).contains(ARN + "f");
    }

    @Test
    void withoutASignatureTheCallerIsAccountZeroInUsEast1() throws Exception {
        assertThat(json(get(F + "/f/configuration").body())).containsEntry("FunctionArn", ARN + "f");
    }
}

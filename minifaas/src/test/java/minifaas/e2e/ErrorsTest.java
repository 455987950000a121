package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import minifaas.testing.UnixZip;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;

/** What AWS refuses is refused here, with the same status, type and text. */
class ErrorsTest extends EndToEnd {
    private static final String VALIDATION = "ValidationException";
    private static final String INVALID = "InvalidParameterValueException";

    private static void creationRefused(
            int status, String type, String message, Consumer<CreateFunctionRequest.Builder> mistake) {
        refused(
                status,
                type,
                message,
                () -> lambda.createFunction(request -> mistake.accept(anyFunction(request, "mistake"))));
    }

    @Test
    void anErrorNamesItsTypeInAHeaderAndItsTextInTheBody() throws Exception {
        var notFound = get(F + "/none");
        assertThat(notFound.statusCode()).isEqualTo(404);
        assertThat(notFound.headers().firstValue("x-amzn-ErrorType")).hasValue("ResourceNotFoundException");
        assertThat(notFound.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(notFound.headers().firstValue("x-amzn-RequestId").orElseThrow())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(json(notFound.body()))
                .isEqualTo(Map.of("Type", "User", "Message", "Function not found: " + ARN + "none"));

        var invalid = send("POST", F, "{\"FunctionName\":\"f\",\"Role\":\"r1\",\"Code\":{}}".getBytes(UTF_8));
        assertThat(invalid.headers().firstValue("x-amzn-ErrorType")).hasValue(INVALID);
        assertThat(json(invalid.body())).containsOnlyKeys("Type", "message");
    }

    @Test
    void aNameIsTakenOnce() {
        createAny("taken");
        refused(
                409,
                "ResourceConflictException",
                "Function already exist: taken",
                () -> lambda.createFunction(request -> anyFunction(request, "taken")));
    }

    @ParameterizedTest
    @ValueSource(ints = {127, 0, -1})
    void tooLittleMemoryIsRefused(int memory) {
        creationRefused(
                400,
                VALIDATION,
                "1 validation error detected: Value '" + memory + "' at 'memorySize' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 128",
                request -> request.memorySize(memory));
    }

    @Test
    @Tag("F15")
    void numbersOutOfRangeAreRefusedWithTheRange() {
        creationRefused(
                400,
                VALIDATION,
                "Value '10241' at 'memorySize' failed to satisfy constraint: Member must have value less than or equal"
                        + " to 10240",
                request -> request.memorySize(10_241));
        creationRefused(
                400,
                VALIDATION,
                "Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1",
                request -> request.timeout(0));
        creationRefused(
                400,
                VALIDATION,
                "Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to"
                        + " 900",
                request -> request.timeout(901));
        creationRefused(
                400,
                VALIDATION,
                "2 validation errors detected: ",
                request -> request.timeout(901).memorySize(1));
    }

    @Test
    void aRoleMustLookLikeOne() {
        creationRefused(
                400,
                VALIDATION,
                "1 validation error detected: Value 'r1' at 'role' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
                request -> request.role("r1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "non-existent-runtime | Value non-existent-runtime at 'runtime' failed to satisfy constraint: Member must"
                        + " satisfy enum value set: [",
                "PYTHON3.9 | Value PYTHON3.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value"
                        + " set: [",
                "java8 | The runtime parameter of java8 is no longer supported for creating or updating AWS Lambda"
                        + " functions. We recommend you use a supported runtime while creating or updating functions.",
            })
    void anUnknownRuntimeIsRefused(String runtime, String message) {
        creationRefused(400, INVALID, message, request -> request.runtime(runtime));
        createAny("runtime-" + Math.abs(runtime.hashCode()));
        refused(
                400,
                INVALID,
                message,
                () -> lambda.updateFunctionConfiguration(
                        request -> request.functionName("runtime-" + Math.abs(runtime.hashCode()))
                                .runtime(runtime)));
    }

    @Test
    void aHandlerIsOneWordOf128CharactersAtMost() {
        creationRefused(
                400,
                VALIDATION,
                "Value 'two words' at 'handler' failed to satisfy constraint: Member must satisfy regular expression"
                        + " pattern: [^\\s]+",
                request -> request.handler("two words"));
        creationRefused(
                400,
                VALIDATION,
                "at 'handler' failed to satisfy constraint: Member must have length less than or equal to 128",
                request -> request.handler("x".repeat(129)));
        creationRefused(
                400,
                INVALID,
                "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
                request -> request.handler(null));
        creationRefused(
                400,
                INVALID,
                "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
                request -> request.runtime((String) null));
    }

    @Test
    void codeMustComeFromSomewhere() {
        String message = "Please provide a source for function code.";
        creationRefused(400, INVALID, message, request -> request.code(code -> {}));
        createAny("without-code");
        refused(
                400,
                INVALID,
                message,
                () -> lambda.updateFunctionCode(request -> request.functionName("without-code")));
    }

    @Test
    void namesHaveTheirOwnMessages() {
        String tooLong = "a".repeat(65);
        creationRefused(
                400,
                INVALID,
                "1 validation error detected: Value '" + tooLong + "' at 'functionName' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 64",
                request -> request.functionName(tooLong));
        creationRefused(
                400,
                VALIDATION,
                "1 validation error detected: Value 'invalid:function:name' at 'functionName' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?"
                        + "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?"
                        + "([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?",
                request -> request.functionName("invalid:function:name"));
    }

    @Test
    void architecturesAreOneOfTwo() {
        creationRefused(
                400,
                VALIDATION,
                "Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member must have length less"
                        + " than or equal to 1",
                request -> request.architecturesWithStrings("x86_64", "arm64"));
        creationRefused(
                400,
                VALIDATION,
                "Value '[X86_64]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint:"
                        + " [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]",
                request -> request.architecturesWithStrings("X86_64"));
    }

    @Test
    @Tag("F15")
    void anEnvironmentOver4KbIsRefused() {
        String message = "Lambda was unable to configure your environment variables because the environment variables"
                + " you have provided exceeded the 4KB limit. String measured: {\"LARGE_VAR\":\"xxx";
        creationRefused(
                400,
                INVALID,
                message,
                request -> request.environment(
                        environment -> environment.variables(Map.of("LARGE_VAR", "x".repeat(4096)))));
        // 4,096 bytes are measured with the quotes, the colon and the braces
        lambda.createFunction(request -> anyFunction(request, "large-environment")
                .environment(environment -> environment.variables(Map.of("LARGE_VAR", "x".repeat(4096 - 16)))));
    }

    @Test
    void reservedVariablesAreRefused() {
        creationRefused(
                400,
                INVALID,
                "Reserved keys used in this request: AWS_REGION",
                request -> request.environment(environment -> environment.variables(Map.of("AWS_REGION", "x"))));
    }

    @Test
    void whatIsNoZipIsRefused() {
        String message = "Could not unzip uploaded file. Please check your file, then try to upload again.";
        for (byte[] zip : new byte[][] {
            "this is not a zip file, just a random string".getBytes(UTF_8), Arrays.copyOf(anyZip("cut off"), 60),
        }) creationRefused(400, INVALID, message, request -> request.code(code -> code.zipFile(bytes(zip))));
    }

    @Test
    void anEmptyZipIsRefused() {
        creationRefused(400, INVALID, "", request -> request.code(code -> code.zipFile(bytes(new byte[0]))));
        creationRefused(400, INVALID, "", request -> request.code(code -> code.zipFile(bytes(new UnixZip().bytes()))));
    }

    @Test
    void aZipThatUnpacksToMoreThan250MbIsRefused() {
        byte[] zeros = new byte[64 << 20];
        var zip = new UnixZip();
        for (int i = 0; i < 4; i++) zip.file("zeros" + i, zeros);
        zip.file("and", "one byte more");
        creationRefused(
                400,
                INVALID,
                "Unzipped size must be smaller than 262144000 bytes",
                request -> request.code(code -> code.zipFile(bytes(zip.bytes()))));
    }

    @Test
    void aZipOver50MbIsRefused() {
        byte[] zip = new byte[52_428_801];
        creationRefused(
                413,
                "RequestEntityTooLargeException",
                "Zipped size must be smaller than 52428800 bytes",
                request -> request.code(code -> code.zipFile(bytes(zip))));
    }

    @Test
    void aRequestOver70MbIsRefused() {
        byte[] zip = new byte[55_000_000];
        creationRefused(
                413,
                "RequestEntityTooLargeException",
                "Request must be smaller than 70167211 bytes for the CreateFunction operation",
                request -> request.code(code -> code.zipFile(bytes(zip))));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /2015-03-31/event-source-mappings/, CreateEventSourceMapping",
        "POST, /2015-03-31/functions/f/policy, AddPermission",
        "GET, /2018-10-31/layers, ListLayers",
        "POST, /2021-10-31/functions/f/url, CreateFunctionUrlConfig",
    })
    void whatIsNotThereYetIsNamed(String method, String path, String operation) throws Exception {
        var answer = send(method, path, "{}".getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("NotImplementedException");
        assertThat((String) json(answer.body()).get("message")).contains(operation);
    }
}

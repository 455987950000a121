package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagsTest extends EndToEnd {
    private static Map<String, String> tags(String name) {
        return lambda.listTags(request -> request.resource(ARN + name)).tags();
    }

    private static Map<String, String> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "key" + i)
                .collect(Collectors.toMap(Function.identity(), key -> "value"));
    }

    @Test
    void tagsComeWithTheFunctionAndAreAddedOverwrittenAndTakenAway() {
        lambda.createFunction(request -> anyFunction(request, "tagged").tags(Map.of("a", "1")));
        platform.awaitActive("tagged");
        assertThat(tags("tagged")).isEqualTo(Map.of("a", "1"));

        lambda.tagResource(request -> request.resource(ARN + "tagged").tags(Map.of("a", "2", "b c", "ü/:")));
        assertThat(tags("tagged")).isEqualTo(Map.of("a", "2", "b c", "ü/:"));
        assertThat(lambda.getFunction(request -> request.functionName("tagged")).tags())
                .isEqualTo(Map.of("a", "2", "b c", "ü/:"));

        var untagged =
                lambda.untagResource(request -> request.resource(ARN + "tagged").tagKeys("b c", "not there"));
        assertThat(untagged.sdkHttpResponse().statusCode()).isEqualTo(204);
        assertThat(tags("tagged")).isEqualTo(Map.of("a", "2"));
    }

    @Test
    void tagsChangeTheRevision() {
        createAny("revision");
        var before = lambda.getFunctionConfiguration(request -> request.functionName("revision"));
        lambda.tagResource(request -> request.resource(ARN + "revision").tags(Map.of("a", "1")));
        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("revision"))
                        .revisionId())
                .isNotEqualTo(before.revisionId());
    }

    @Test
    void versionsAndAliasesHaveNoTags() {
        createAny("versioned");
        String message = "Tags on function aliases and versions are not supported. Please specify a function ARN.";
        refused(400, "InvalidParameterValueException", message, () -> tags("versioned:$LATEST"));
        refused(
                400,
                "InvalidParameterValueException",
                message,
                () -> lambda.tagResource(
                        request -> request.resource(ARN + "versioned:1").tags(Map.of("a", "1"))));
    }

    @Test
    void whatIsNotThereHasNoTags() {
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "doesnotexist",
                () -> tags("doesnotexist"));
        refused(
                400,
                "ValidationException",
                "1 validation error detected: Value 'arn:aws:something' at 'resource' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*):lambda:",
                () -> lambda.listTags(request -> request.resource("arn:aws:something")));
    }

    @Test
    void fiftyTagsAreEnough() {
        createAny("fifty");
        String message = "Number of tags exceeds resource tag limit.";
        lambda.tagResource(request -> request.resource(ARN + "fifty").tags(many(50)));
        refused(
                400,
                "InvalidParameterValueException",
                message,
                () -> lambda.tagResource(
                        request -> request.resource(ARN + "fifty").tags(Map.of("one", "more"))));
        refused(
                400,
                "InvalidParameterValueException",
                message,
                () -> lambda.createFunction(
                        request -> anyFunction(request, "fifty-one").tags(many(51))));
    }

    @Test
    void noTagsAndNoKeysAreRefused() throws Exception {
        createAny("empty");
        refused(
                400,
                "InvalidParameterValueException",
                "An error occurred and the request cannot be processed.",
                () -> lambda.tagResource(
                        request -> request.resource(ARN + "empty").tags(Map.of())));
        var answer = send("DELETE", "/2017-03-31/tags/" + ARN + "empty", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()))
                .containsEntry(
                        "message",
                        "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must not be"
                                + " null");
    }
}

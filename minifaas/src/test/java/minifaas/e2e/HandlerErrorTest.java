package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import minifaas.kernel.Json;
import minifaas.testing.JavaClasses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** A handler that throws: the caller gets type, message and stack trace, and the environment serves on. */
class HandlerErrorTest extends EndToEnd {
    private static JsonNode error(InvokeResponse response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(response.executedVersion()).isEqualTo("$LATEST");
        return Json.read(response.payload().asByteArray());
    }

    /** The handler throws unless its event is 0, which it answers with the number of its calls. */
    private static InvokeResponse throwsAndServesOn(String function) {
        InvokeResponse thrown = platform.invoke(function, "1");

        assertThat(Platform.log(thrown)).contains("START ", "END ", "REPORT ").doesNotContain("Status:");
        assertThat(platform.answer(function, "0"))
                .as("the environment that threw serves the next call")
                .isEqualTo("2");
        return thrown;
    }

    @Test
    void inPython() throws Exception {
        Machine.needs("python3", "python");
        platform.create("error-python", "python3.11", "app.handler", Map.of("app.py", """
                calls = 0
                def handler(event, context):
                    global calls
                    calls += 1
                    if event: raise ValueError('no such colour')
                    return calls
                """));

        InvokeResponse response = throwsAndServesOn("error-python");

        assertThat(error(response).path("errorType").asText()).isEqualTo("ValueError");
        assertThat(error(response).path("errorMessage").asText()).isEqualTo("no such colour");
        assertThat(error(response).path("stackTrace").path(0).asText()).contains("app.py", "line 5", "handler");
        assertThat(Platform.log(response)).contains("[ERROR] ValueError: no such colour");
    }

    @Test
    void inNode() throws Exception {
        Machine.needs("node", "nodejs");
        platform.create("error-node", "nodejs20.x", "index.handler", Map.of("index.js", """
                let calls = 0;
                exports.handler = async (event) => {
                  calls++;
                  if (event) throw new RangeError('no such colour');
                  return calls;
                };
                """));

        InvokeResponse response = throwsAndServesOn("error-node");

        assertThat(error(response).path("errorType").asText()).isEqualTo("RangeError");
        assertThat(error(response).path("errorMessage").asText()).isEqualTo("no such colour");
        assertThat(error(response).path("trace").path(0).asText()).isEqualTo("RangeError: no such colour");
        assertThat(error(response).path("trace").path(1).asText()).contains("index.js:4");
        assertThat(Platform.log(response)).contains("ERROR", "Invoke Error", "no such colour");
    }

    @Test
    void inJava() throws Exception {
        byte[] zip = JavaClasses.compile("Colours.java", """
                import com.amazonaws.services.lambda.runtime.*;
                public class Colours implements RequestHandler<Integer, Integer> {
                    int calls;
                    public Integer handleRequest(Integer event, Context context) {
                        calls++;
                        if (event != 0) throw new IllegalArgumentException("no such colour");
                        return calls;
                    }
                }
                """).jar();
        platform.create("error-java", "java17", "Colours", zip, request -> request.memorySize(256));

        InvokeResponse response = throwsAndServesOn("error-java");

        assertThat(error(response).path("errorType").asText()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(error(response).path("errorMessage").asText()).isEqualTo("no such colour");
        assertThat(error(response).path("stackTrace").path(0).asText())
                .contains("Colours.handleRequest", "Colours.java:6");
        assertThat(Platform.log(response)).contains("no such colour");
    }

    @Test
    void anAnswerThatHasNoJsonIsAnErrorInPython() throws Exception {
        Machine.needs("python3", "python");
        platform.create(
                "set", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return {1, 2} if e else 1"));

        InvokeResponse response = platform.invoke("set", "1");

        assertThat(error(response).path("errorType").asText()).isEqualTo("Runtime.MarshalError");
        assertThat(error(response).path("errorMessage").asText())
                .isEqualTo("Unable to marshal response: Object of type set is not JSON serializable");
        assertThat(platform.answer("set", "0")).isEqualTo("1");
    }

    @Test
    void anAnswerThatHasNoJsonIsAnErrorInNode() throws Exception {
        Machine.needs("node", "nodejs");
        platform.create("circle", "nodejs20.x", "index.handler", Map.of("index.js", """
                exports.handler = async (event) => {
                  const circle = {};
                  circle.itself = circle;
                  return event ? circle : 1;
                };
                """));

        InvokeResponse response = platform.invoke("circle", "1");

        assertThat(error(response).path("errorMessage").asText()).isEqualTo("Unable to stringify response body");
        assertThat(platform.answer("circle", "0")).isEqualTo("1");
    }

    @Test
    void anAnswerThatHasNoJsonIsAnErrorInJava() throws Exception {
        byte[] zip = JavaClasses.compile("Loop.java", """
                import com.amazonaws.services.lambda.runtime.*;
                public class Loop implements RequestHandler<Integer, Object> {
                    public Object handleRequest(Integer event, Context context) {
                        return event == 0 ? (Object) 1 : new Circle();
                    }
                    public static class Circle { public Circle getItself() { return this; } }
                }
                """).jar();
        platform.create("loop", "java17", "Loop", zip, request -> request.memorySize(256));

        InvokeResponse response = platform.invoke("loop", "1");

        assertThat(error(response).path("errorType").asText()).isNotEmpty();
        assertThat(platform.answer("loop", "0")).isEqualTo("1");
    }

    @Test
    void anAnswerOver6MbIsReplacedByAnErrorAndTheEnvironmentServesOn() throws Exception {
        Machine.needs("node", "nodejs");
        platform.create("large", "nodejs20.x", "index.handler", Map.of("index.js", """
                let calls = 0;
                exports.handler = async (size) => [++calls, 'x'.repeat(size)];
                """));

        InvokeResponse response = platform.invoke("large", "7000000");

        assertThat(error(response).path("errorType").asText()).isEqualTo("Function.ResponseSizeTooLarge");
        assertThat(error(response).path("errorMessage").asText())
                .isEqualTo("Response payload size exceeded maximum allowed payload size (6291556 bytes).");
        assertThat(platform.answer("large", "1")).isEqualTo("[2,\"x\"]");
        assertThat(platform.answer("large", "6000000")).hasSize(6_000_006);
    }
}

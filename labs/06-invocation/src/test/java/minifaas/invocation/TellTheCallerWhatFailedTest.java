package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.kernel.Json;

/** 6.4: what a caller reads when the platform had to answer in place of the function. */
class TellTheCallerWhatFailedTest {
    private final Random random = Seed.random("6.4");
    private final Invocation invocation = Given.invocation(random);
    private final String type = "Runtime." + Given.word(random);
    private final String message = "the " + Given.word(random) + " failed";

    @Checks(
            exercise = "6.4",
            points = 2,
            order = 1,
            hint = "Whoever reads the error wants to find the call in the log. By what?")
    void theErrorNamesItsTypeAndTheRequest() throws IOException {
        JsonNode payload = payload(new Failure(Outcome.Kind.EXIT, type, message));
        assertThat(payload.path("errorType").asText())
                .as("the type of the failure")
                .isEqualTo(type);
        assertThat(payload.path("errorMessage").asText())
                .as("the message, with the request id before it, so that the call can be found in the log")
                .isEqualTo("RequestId: " + invocation.requestId() + " Error: " + message);
    }

    @Checks(
            exercise = "6.4",
            points = 1,
            order = 2,
            hint = "The function did answer; its answer only could not be passed on. Which message does AWS send then?")
    void whatTheRuntimeReportedKeepsItsMessage() throws IOException {
        assertThat(payload(new Failure(Outcome.Kind.REPORTED, type, message))
                        .path("errorMessage")
                        .asText())
                .as("the environment lives and the function answered, so the message stands alone")
                .isEqualTo(message);
    }

    @Checks(
            exercise = "6.4",
            points = 1,
            order = 3,
            hint = "The kind decides whether the environment may serve again. Did the failure's kind arrive?")
    void theKindSaysWhatIsLeftOfTheEnvironment() {
        for (Outcome.Kind kind : Outcome.Kind.values())
            assertThat(new Failure(kind, type, message).of(invocation).kind())
                    .as("a failure of the kind %s is an error of that kind", kind)
                    .isEqualTo(kind);
    }

    @Checks(
            exercise = "6.4",
            points = 1,
            order = 4,
            hint = "A message may hold quotation marks. Is what you send still JSON then?")
    void thePayloadIsJsonWhateverTheMessage() throws IOException {
        String special = message + " \"" + Given.word(random) + "\\" + Given.word(random) + "\"\n" + Given.word(random);
        assertThat(payload(new Failure(Outcome.Kind.EXIT, type, special))
                        .path("errorMessage")
                        .asText())
                .as("quotation marks, backslashes and line ends of the message reach the caller unharmed")
                .endsWith(special);
    }

    private JsonNode payload(Failure failure) throws IOException {
        return Json.read(failure.of(invocation).payload());
    }
}

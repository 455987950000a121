package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import minifaas.async.InvocationRecord.Response;
import minifaas.async.NextStep.Finish;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.invocation.Outcome;
import minifaas.kernel.Json;
import org.junit.jupiter.api.Tag;

/** 9.4: what a destination is told. */
@Tag("F35")
class TellTheDestinationTest {
    private final Random random = Seed.random("9.4");
    private final Given given = new Given(random);
    private final QueuedEvent event = given.event(given.moment(), 1 + random.nextInt(3), 0);
    private final Instant now = given.moment();
    private final String version = String.valueOf(1 + random.nextInt(100));
    private final byte[] answer = given.payload();

    @Checks(
            exercise = "9.4",
            points = 2,
            order = 1,
            hint = "People compare these records with AWS's page. In which order do the fields stand?")
    void itsFieldsStandInTheOrderInWhichAwsHasThem() throws IOException {
        JsonNode record = afterSuccess();
        assertThat(record.path("version").asText())
                .as("the version of the record's form")
                .isEqualTo("1.0");
        assertThat(record.fieldNames())
                .toIterable()
                .as("the fields of the record")
                .containsExactly(
                        "version",
                        "timestamp",
                        "requestContext",
                        "requestPayload",
                        "responseContext",
                        "responsePayload");
        assertThat(record.path("requestContext").fieldNames())
                .toIterable()
                .as("the fields of the request's context")
                .containsExactly("requestId", "functionArn", "condition", "approximateInvokeCount");
    }

    @Checks(
            exercise = "9.4",
            points = 2,
            order = 2,
            hint = "The reader sits on another continent, and his parser wants three digits. What does yours say?")
    void itsTimeIsInUtcWithThreeDigitsAfterTheSecond() throws IOException {
        Instant second = Instant.ofEpochSecond(now.getEpochSecond());
        int millis = 100 + random.nextInt(900);
        String untilTheSecond = second.toString().replace("Z", "");
        assertThat(recordAt(second.plusMillis(millis)))
                .as("the time of the record, in UTC wherever the machine stands, be it in Nepal")
                .isEqualTo(untilTheSecond + "." + millis + "Z");
        assertThat(recordAt(second))
                .as("a whole second has three digits as well")
                .isEqualTo(untilTheSecond + ".000Z");
        assertThat(recordAt(second.plusMillis(millis).plusNanos(123)))
                .as("a clock that is more precise than milliseconds adds no digits")
                .isEqualTo(untilTheSecond + "." + millis + "Z");
    }

    @Checks(
            exercise = "9.4",
            points = 2,
            order = 3,
            hint = "Which function was it, as its sender named it? And what did he mean if he named no version?")
    void theFunctionIsNamedWithItsQualifier() throws IOException {
        String alias = given.word();
        QueuedEvent ofAnAlias = given.event(Optional.of(alias), given.moment(), 1, 0);
        assertThat(context(new Finish(ofAnAlias, Condition.SUCCESS))
                        .path("functionArn")
                        .asText())
                .as("the sender invoked an alias, so the record names it")
                .isEqualTo(given.function().arn(alias));
        assertThat(context(new Finish(event, Condition.SUCCESS))
                        .path("functionArn")
                        .asText())
                .as("the sender gave no qualifier, and that means $LATEST")
                .isEqualTo(given.function().arn("$LATEST"));
    }

    @Checks(
            exercise = "9.4",
            points = 2,
            order = 4,
            hint = "Which request was it, why is it over, and how often did it run? Look at each field.")
    void itSaysWhichRequestEndedWhyAndAfterHowManyRuns() throws IOException {
        for (Condition condition : Condition.values()) {
            JsonNode context = context(new Finish(event, condition));
            assertThat(context.path("requestId").asText())
                    .as("the request id that the sender was told")
                    .isEqualTo(event.id());
            assertThat(context.path("condition").asText())
                    .as("why the event is finished, in AWS's word")
                    .isEqualTo(condition.text());
            assertThat(context.path("approximateInvokeCount").asInt(-1))
                    .as("how often the function ran")
                    .isEqualTo(event.invocations());
        }
    }

    @Checks(
            exercise = "9.4",
            points = 2,
            order = 5,
            hint = "A program will read the payloads out of your record. How many times must it parse, and what?")
    void payloadsAreJsonWithinTheJson() throws IOException {
        JsonNode record = afterSuccess();
        assertThat(record.path("requestPayload"))
                .as("the event as it was sent, as JSON and not as a text that holds JSON")
                .isEqualTo(Json.read(event.payload()));
        assertThat(record.path("responsePayload"))
                .as("the answer as the function gave it, as JSON and not as a text that holds JSON")
                .isEqualTo(Json.read(answer));
    }

    @Checks(
            exercise = "9.4",
            points = 3,
            order = 6,
            hint = "A function's error is an answer with status 200. What else in the context tells it from a success?")
    void anErrorIsMarkedAndASuccessIsNot() throws IOException {
        JsonNode success = afterSuccess().path("responseContext");
        assertThat(success.path("statusCode").asInt())
                .as("the function answered")
                .isEqualTo(200);
        assertThat(success.path("executedVersion").asText())
                .as("which version ran")
                .isEqualTo(version);
        assertThat(success.has("functionError"))
                .as("the function succeeded, so no error is named")
                .isFalse();
        JsonNode record = record(
                new Finish(event, Condition.RETRIES_EXHAUSTED),
                new Outcome.FunctionError(answer, Outcome.Kind.REPORTED));
        JsonNode error = record.path("responseContext");
        assertThat(error.path("statusCode").asInt())
                .as("the function failed, and the invocation as such did not")
                .isEqualTo(200);
        assertThat(error.path("functionError").asText())
                .as("the function failed, and the record says so")
                .isEqualTo("Unhandled");
        assertThat(record.path("responsePayload"))
                .as("the error as the function reported it")
                .isEqualTo(Json.read(answer));
    }

    @Checks(
            exercise = "9.4",
            points = 2,
            order = 7,
            hint = "The function did not run, so it said nothing. Is saying nothing the same as an empty answer?")
    void withoutAResponseTheRecordHasNone() throws IOException {
        var finish = new Finish(event, Condition.EVENT_AGE_EXCEEDED);
        JsonNode record = Json.read(InvocationRecord.of(finish, Optional.empty(), now));
        assertThat(record.has("requestPayload"))
                .as("the event is there, whether or not the function ran with it")
                .isTrue();
        assertThat(record.has("responseContext"))
                .as("the function did not run, so there is no context of a response")
                .isFalse();
        assertThat(record.has("responsePayload"))
                .as("the function did not run, so there is no response")
                .isFalse();
    }

    @Checks(
            exercise = "9.4",
            points = 1,
            order = 8,
            hint = "A custom runtime may answer anything. What becomes of your record when the answer is no JSON?")
    void anAnswerThatIsNotJsonStandsAsAText() throws IOException {
        String words = given.word() + " " + given.word();
        var outcome = new Outcome.Succeeded(words.getBytes(UTF_8));
        JsonNode payload = record(new Finish(event, Condition.SUCCESS), outcome).path("responsePayload");
        assertThat(payload.isTextual())
                .as("the answer is not JSON, so it stands in the record as a text: %s", payload)
                .isTrue();
        assertThat(payload.asText()).as("the text is the answer as it came").isEqualTo(words);
    }

    private JsonNode afterSuccess() throws IOException {
        return record(new Finish(event, Condition.SUCCESS), new Outcome.Succeeded(answer));
    }

    private JsonNode context(Finish finish) throws IOException {
        return record(finish, new Outcome.Succeeded(answer)).path("requestContext");
    }

    private JsonNode record(Finish finish, Outcome outcome) throws IOException {
        return Json.read(InvocationRecord.of(finish, Optional.of(new Response(version, outcome)), now));
    }

    private String recordAt(Instant moment) throws IOException {
        var finish = new Finish(event, Condition.EVENT_AGE_EXCEEDED);
        return Json.read(InvocationRecord.of(finish, Optional.empty(), moment))
                .path("timestamp")
                .asText();
    }
}

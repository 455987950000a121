package minifaas.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;

/** What becomes of the record of an event, from one function to the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DestinationsTest extends EndToEnd {
    private static final String CODE = """
            import json, os, urllib.request

            def note(event, context):
                with open(os.environ['NOTES'], 'a') as notes:
                    notes.write(context.function_name + ' ' + json.dumps(event) + '\\n')

            def work(event, context):
                if event.get('fail'):
                    raise ValueError('no ' + event['fail'])
                return {'answer': event}

            def fails(event, context):
                note({}, context)
                raise ValueError('no luck')

            def again(event, context):
                note({}, context)
                return 1

            def itself(event, context):
                note({}, context)
                # as AWS's SDKs do it: the trace header goes on with what a function sends
                headers = {'X-Amz-Invocation-Type': 'Event', 'X-Amzn-Trace-Id': os.environ['_X_AMZN_TRACE_ID']}
                address = os.environ['AWS_ENDPOINT_URL'] + '/2015-03-31/functions/selfish/invocations'
                urllib.request.urlopen(urllib.request.Request(address, b'{}', headers)).read()
            """;

    private Path notes;

    @BeforeAll
    void createFunctions() {
        notes = data.resolve("notes.txt");
        create("worker", "app.work");
        create("keeper", "app.note");
        create("ping", "app.again");
        create("pong", "app.again");
        create("selfish", "app.itself");
        create("tireless", "app.again");
        create("relay", "app.again");
        create("stopped", "app.work");
        create("patient", "app.fails");
        configure("worker", ARN + "keeper", ARN + "keeper");
        configure("ping", ARN + "pong", ARN + "keeper");
        configure("pong", ARN + "ping", ARN + "keeper");
        configure("selfish", "", ARN + "keeper");
        configure("tireless", ARN + "relay", ARN + "keeper");
        configure("relay", ARN + "tireless", ARN + "keeper");
        configure("stopped", "", ARN + "keeper");
        configure("patient", "", ARN + "keeper");
        lambda.updateFunctionEventInvokeConfig(
                config -> config.functionName("patient").maximumRetryAttempts(2));
    }

    private void create(String name, String handler) {
        platform.create(
                name,
                "python3.11",
                handler,
                Platform.zip(Map.of("app.py", CODE)),
                request -> request.timeout(30)
                        .environment(environment -> environment.variables(Map.of("NOTES", notes.toString()))));
    }

    private static void configure(String name, String onSuccess, String onFailure) {
        lambda.putFunctionEventInvokeConfig(config -> config.functionName(name)
                .maximumRetryAttempts(0)
                .destinationConfig(to ->
                        to.onSuccess(on -> on.destination(onSuccess)).onFailure(on -> on.destination(onFailure))));
    }

    @BeforeEach
    void forgetNotes() throws Exception {
        Files.deleteIfExists(notes);
    }

    private static String send(String name, String payload) {
        var accepted = lambda.invoke(call ->
                call.functionName(name).invocationType(InvocationType.EVENT).payload(bytes(payload)));
        assertThat(accepted.statusCode()).isEqualTo(202);
        return accepted.responseMetadata().requestId();
    }

    private List<String> notesOf(String name) throws Exception {
        if (!Files.exists(notes)) return List.of();
        return Files.readAllLines(notes).stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    /** The only record that the keeper gets. */
    private Map<String, Object> record() throws Exception {
        await().atMost(Duration.ofMinutes(1)).until(() -> !notesOf("keeper").isEmpty());
        assertThat(notesOf("keeper")).hasSize(1);
        return json(notesOf("keeper").get(0));
    }

    @Test
    void aSuccessArrivesAtItsDestinationWithAllFields() throws Exception {
        String id = send("worker", "{\"n\":1}");
        Map<String, Object> record = record();
        assertThat(record)
                .containsOnlyKeys(
                        "version",
                        "timestamp",
                        "requestContext",
                        "requestPayload",
                        "responseContext",
                        "responsePayload")
                .containsEntry("version", "1.0")
                .containsEntry("requestContext", context(id, "worker", "Success", 1))
                .containsEntry("requestPayload", Map.of("n", 1))
                .containsEntry("responseContext", Map.of("statusCode", 200, "executedVersion", "$LATEST"))
                .containsEntry("responsePayload", Map.of("answer", Map.of("n", 1)));
        assertThat((String) record.get("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void aFailureArrivesAtItsDestinationWithTheError() throws Exception {
        String id = send("worker", "{\"fail\":\"luck\"}");
        Map<String, Object> record = record();
        assertThat(record)
                .containsEntry("requestContext", context(id, "worker", "RetriesExhausted", 1))
                .containsEntry(
                        "responseContext",
                        Map.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled"));
        assertThat(record.get("responsePayload")).asString().contains("errorMessage=no luck", "errorType=ValueError");
    }

    @Test
    void anEventForAStoppedFunctionIsGivenUpAtOnce() throws Exception {
        lambda.putFunctionConcurrency(request -> request.functionName("stopped").reservedConcurrentExecutions(0));
        String id = send("stopped", "{}");
        assertThat(record())
                .containsEntry("requestContext", context(id, "stopped", "ZeroReservedConcurrency", 0))
                .doesNotContainKeys("responseContext", "responsePayload");
    }

    @Test
    void anEventThatWaitsForItsRetryIsGivenUpAtOnceWhenItsFunctionIsStopped() throws Exception {
        String id = send("patient", "{}");
        await().until(() -> !notesOf("patient").isEmpty());
        lambda.putFunctionConcurrency(request -> request.functionName("patient").reservedConcurrentExecutions(0));
        await().atMost(Duration.ofSeconds(30)).until(() -> !notesOf("keeper").isEmpty());
        assertThat(record()).containsEntry("requestContext", context(id, "patient", "ZeroReservedConcurrency", 1));
    }

    @Test
    void twoFunctionsThatFeedEachOtherStopAfter16RunsEach() throws Exception {
        send("ping", "{}");
        Map<String, Object> record = record();
        assertThat(record).doesNotContainKeys("responseContext", "responsePayload");
        assertThat(record.get("requestContext"))
                .asString()
                .contains("condition=RecursiveInvocationException", "approximateInvokeCount=0", ":function:ping:");
        assertThat(notesOf("ping")).hasSize(16);
        assertThat(notesOf("pong")).hasSize(16);
        await().until(() -> new String(get("/_minifaas/logs/ping").body(), UTF_8)
                .contains("The event was given up: RecursiveInvocationException"));
    }

    @Test
    void aFunctionThatSendsEventsToItselfStopsAfter16Runs() throws Exception {
        send("selfish", "{}");
        Map<String, Object> record = record();
        assertThat(record.get("requestContext")).asString().contains("condition=RecursiveInvocationException");
        assertThat(notesOf("selfish")).hasSize(16);
    }

    @Test
    void functionsThatMayFeedEachOtherGoOn() throws Exception {
        for (String name : List.of("tireless", "relay"))
            lambda.putFunctionRecursionConfig(
                    request -> request.functionName(name).recursiveLoop(RecursiveLoop.ALLOW));
        send("tireless", "{}");
        await().until(() -> notesOf("tireless").size() > 20);
        // to one that may not, the runs that it was allowed count
        lambda.putFunctionRecursionConfig(
                request -> request.functionName("relay").recursiveLoop(RecursiveLoop.TERMINATE));
        assertThat(record().get("requestContext"))
                .asString()
                .contains("condition=RecursiveInvocationException", ":function:relay:");
    }

    private static Map<String, Object> context(String id, String name, String condition, int count) {
        return Map.of(
                "requestId", id,
                "functionArn", ARN + name + ":$LATEST",
                "condition", condition,
                "approximateInvokeCount", count);
    }
}

package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import minifaas.cli.Sample;
import minifaas.course.lab.PlatformClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invocations in the running platform: an answer, an error, a report and a dry run. */
@Tag("e2e")
class EndToEndInvocationTest {
    private final PlatformClient platform = new PlatformClient();

    @Test
    void aFunctionAnswersFailsAndReportsWhatItCost() throws Exception {
        platform.create("greet", Sample.HELLO);
        HttpResponse<String> answer = platform.invoke("greet", "{\"name\":\"Ada\"}", "X-Amz-Log-Type", "Tail");
        assertThat(answer.body()).as("the function greets").isEqualTo("{\"message\":\"Hello, Ada!\"}");
        String log = new String(Base64.getDecoder()
                .decode(answer.headers().firstValue("X-Amz-Log-Result").orElseThrow()));
        assertThat(log)
                .as("the log has the first call's report, with its cold start")
                .contains("REPORT RequestId: ", "Init Duration: ");

        HttpResponse<String> failure = platform.invoke("greet", "[\"no object\"]");
        assertThat(failure.headers().firstValue("X-Amz-Function-Error"))
                .as("an event that the handler cannot take is an error of the function: %s", failure.body())
                .contains("Unhandled");

        HttpResponse<String> again = platform.invoke("greet", "{\"name\":\"Grace\"}");
        assertThat(again.body()).as("after an error the next event is served").contains("Grace");

        assertThat(platform.invoke("greet", "{}", "X-Amz-Invocation-Type", "DryRun")
                        .statusCode())
                .as("a dry run is accepted with 204 and runs nothing")
                .isEqualTo(204);
    }
}

package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import minifaas.cli.Sample;
import minifaas.course.lab.PlatformClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The queue at work in the running platform: an event is accepted, and its function runs later. */
@Tag("e2e")
class EndToEndAsyncTest {
    private final PlatformClient platform = new PlatformClient();

    @Test
    void anEventIsAcceptedAndItsFunctionRunsWithTheIdThatTheSenderWasTold() throws Exception {
        platform.create("listener", Sample.HELLO);
        HttpResponse<String> answer =
                platform.invoke("listener", "{\"name\":\"Ada\"}", "X-Amz-Invocation-Type", "Event");
        assertThat(answer.statusCode())
                .as("the event is stored, and its sender need not wait for more")
                .isEqualTo(202);
        assertThat(answer.body())
                .as("the function has not run, so there is no answer of it")
                .isEmpty();
        String id = answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
        String log;
        do log = platform.get("/_minifaas/logs/listener").toString();
        while (!log.contains("REPORT RequestId: " + id));
        assertThat(log).as("the function ran with this event").contains("START RequestId: " + id);
    }
}

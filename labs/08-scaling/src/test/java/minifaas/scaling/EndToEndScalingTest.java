package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import minifaas.cli.Sample;
import minifaas.course.lab.PlatformClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reserved concurrency in the running platform: a burst on a function that may run two calls at a time, and then none. */
@Tag("e2e")
class EndToEndScalingTest {
    private static final String CONCURRENCY = "/2017-10-31/functions/burst/concurrency";
    private static final int CALLS = 20;

    private final PlatformClient platform = new PlatformClient();

    @Test
    void eachCallOfABurstIsAnsweredOrThrottled() throws Exception {
        platform.create("burst", Sample.COUNTER);
        assertThat(platform.invoke("burst", "{}").statusCode())
                .as("the function is ready and answers")
                .isEqualTo(200);
        platform.put(CONCURRENCY, Map.of("ReservedConcurrentExecutions", 2));
        List<HttpResponse<String>> responses = burst();
        assertThat(responses)
                .as("each call of the burst was answered or throttled")
                .allMatch(response -> response.statusCode() == 200 || response.statusCode() == 429);
        assertThat(responses)
                .as("two places are reserved for the function, so some calls were answered")
                .anyMatch(response -> response.statusCode() == 200);
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 429)
                .as("what was throttled says that the reservation was used up")
                .allMatch(response -> response.body().contains("ReservedFunctionConcurrentInvocationLimitExceeded"));
        assertThat(platform.invoke("burst", "{}").statusCode())
                .as("the burst is over, and its places are free again")
                .isEqualTo(200);

        platform.put(CONCURRENCY, Map.of("ReservedConcurrentExecutions", 0));
        assertThat(platform.invoke("burst", "{}").statusCode())
                .as("nothing is reserved for the function any more, so each call is throttled")
                .isEqualTo(429);
    }

    private List<HttpResponse<String>> burst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        try {
            var barrier = new CyclicBarrier(CALLS);
            Callable<HttpResponse<String>> call = () -> {
                barrier.await();
                return platform.invoke("burst", "{}");
            };
            var responses = new ArrayList<HttpResponse<String>>();
            for (Future<HttpResponse<String>> each : threads.invokeAll(Collections.nCopies(CALLS, call)))
                responses.add(each.get());
            return responses;
        } finally {
            threads.shutdownNow();
        }
    }
}

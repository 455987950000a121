package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import minifaas.invocation.RawRuntime.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to a Runtime API's port and is no runtime's request: it ends there, and the runtime goes on. */
class RuntimeApiRefusalsTest extends WithRuntime {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish\r\n\r\n",
                "GET /\r\n\r\n",
                "\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ten\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            })
    void whatIsNotHttpEndsItsConnectionAndNothingElse(String rubbish) throws Exception {
        runtime.send(rubbish);

        assertThat(runtime.isClosedByServer()).isTrue();
        stillWorks();
    }

    @Test
    void aHeadWithoutEndIsCutOff() throws Exception {
        UnaryOperator<String> huge = start -> start + "x".repeat(100_000);
        for (String start : new String[] {"GET /", "GET / HTTP/1.1\r\nX: "}) {
            try (var endless = open.connect()) {
                endless.send(huge.apply(start));
                assertThat(endless.isClosedByServer()).isTrue();
            }
        }
        stillWorks();
    }

    @Test
    void anUnknownCallIs404() throws Exception {
        for (String call : new String[] {
            "GET /",
            "GET /2018-06-01/runtime/invocation/one/response",
            "POST /2018-06-01/runtime/invocation/next",
            "POST /2018-06-01/runtime/invocation/one/else",
            "PUT /2018-06-01/runtime/init/error"
        })
            assertThat(runtime.ask(call + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .status())
                    .isEqualTo(404);
        stillWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:80",
                "X-No: host",
                "Host: localhost\r\nOrigin: http://evil.example",
                "Host: localhost\r\nOrigin: null",
                "Host: localhost\r\nSec-Fetch-Site: cross-site",
            })
    void aWebPageCannotTakeAnEvent(String headers) throws Exception {
        var run = open.run("one", "{}");

        Answer refused = runtime.ask("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n" + headers + "\r\n\r\n");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(open.heard)
                .as("it does not count as the runtime's first next")
                .isEmpty();
        assertThat(run).isNotDone();
    }
}

package minifaas.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A client that hangs up does not break the environment that works for it.
 *
 * <p>There is room for one environment, which counts its calls: so whoever calls next waits for this very one, or finds
 * a count that began anew.
 */
class ClientGoneTest extends RoomForOne {
    @BeforeAll
    static void createFunction() {
        byte[] zip = Platform.zip(Map.of("app.py", """
                import os, time
                calls = 0
                def handler(event, context):
                    global calls
                    calls += 1
                    if event.get('here'): open(event['here'], 'w').close()
                    while event.get('gate') and not os.path.exists(event['gate']): time.sleep(0.002)
                    return [calls, 'x' * event.get('size', 0)]
                """));
        platform.create("patient", "python3.11", "app.handler", zip, request -> request.timeout(30));
    }

    private static Socket send(String event) throws Exception {
        var socket = new Socket("127.0.0.1", platform.endpoint().getPort());
        String request = "POST /2015-03-31/functions/patient/invocations HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Length: " + event.length() + "\r\n\r\n" + event;
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static int calls() {
        return Integer.parseInt(platform.answer("patient", "{}").replaceAll("\\D", ""));
    }

    @Test
    void inTheMiddleOfAnInvocationItEndsAndTheSameEnvironmentServesTheNextCall() throws Exception {
        int before = calls();
        Path here = data.resolve("here");
        Path gate = data.resolve("gate");
        Socket client = send("{\"here\":\"" + here + "\",\"gate\":\"" + gate + "\"}");
        await().until(() -> Files.exists(here));
        client.setSoLinger(true, 0); // so that closing resets the connection
        client.close();
        Files.createFile(gate);

        assertThat(calls()).isEqualTo(before + 2);
    }

    @Test
    void beforeALargeAnswerIsReadTheSameEnvironmentServesTheNextCall() throws Exception {
        int before = calls();
        Path here = data.resolve("here-too");
        try (Socket client = send("{\"here\":\"" + here + "\",\"size\":5000000}")) {
            await().until(() -> Files.exists(here));
            client.setSoLinger(true, 0);
        }

        assertThat(calls()).isEqualTo(before + 2);
    }

    @Test
    void aClientThatDoesNotReadItsLargeAnswerKeepsNobodyElseWaiting() throws Exception {
        int before = calls();
        try (Socket client = send("{\"size\":5900000}")) {
            assertThat(client.getInputStream().read()).as("the answer begins").isEqualTo('H');

            assertThat(calls()).isEqualTo(before + 2);
            assertThat(calls()).isEqualTo(before + 3);
        }
    }

    @Test
    void inTheMiddleOfItsRequestNothingIsInvoked() throws Exception {
        int before = calls();
        try (var socket = new Socket("127.0.0.1", platform.endpoint().getPort())) {
            String half = "POST /2015-03-31/functions/patient/invocations HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"size\":";
            socket.getOutputStream().write(half.getBytes(US_ASCII));
        }

        assertThat(calls()).isEqualTo(before + 1);
    }
}

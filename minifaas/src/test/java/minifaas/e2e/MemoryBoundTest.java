package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** A machine with room for one environment: calls wait for it. */
class MemoryBoundTest extends RoomForOne {
    /** Waits until the test makes a file with the name of the event, when the event names one. */
    private static void createGate(String name) {
        byte[] zip = Platform.zip(Map.of("app.py", """
                import os, time
                def handler(event, context):
                    while event['gate'] and not os.path.exists(event['gate']): time.sleep(0.002)
                    return event['n']
                """));
        platform.create(name, "python3.11", "app.handler", zip, request -> request.timeout(30));
    }

    private static CompletableFuture<String> call(String function, int number, String gate) {
        var answer = new CompletableFuture<String>();
        new Thread(() -> {
                    try {
                        String event = "{\"n\":%d,\"gate\":\"%s\"}".formatted(number, gate);
                        answer.complete(platform.answer(function, event));
                    } catch (RuntimeException | AssertionError failure) {
                        answer.completeExceptionally(failure);
                    }
                })
                .start();
        return answer;
    }

    @Test
    void callsThatFindNoRoomWaitUntilThereIsSomeAndNeverShareIt() throws Exception {
        createGate("first");
        createGate("second");
        Path gate = data.resolve("gate");
        var holder = call("first", 0, gate.toString());
        await().until(() -> environments() == 1);

        var calls = new ArrayList<CompletableFuture<String>>();
        for (int i = 1; i <= 6; i++) calls.add(call(i % 2 == 1 ? "second" : "first", i, ""));
        Files.createFile(gate);
        var all = CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
        await().until(() -> {
            assertThat(environments()).isLessThanOrEqualTo(1);
            return all.isDone();
        });

        assertThat(holder.get(30, TimeUnit.SECONDS)).isEqualTo("0");
        for (int i = 1; i <= 6; i++) assertThat(calls.get(i - 1).join()).isEqualTo(String.valueOf(i));
    }

    private static long environments() throws Exception {
        try (var folders = Files.list(data.resolve("environments"))) {
            return folders.filter(folder -> !folder.endsWith("node_modules")).count();
        }
    }

    @Test
    void anIdleEnvironmentGivesWayToAnotherFunction() {
        createGate("idle");
        createGate("wanted");

        assertThat(platform.answer("idle", "{\"n\":1,\"gate\":\"\"}")).isEqualTo("1");
        assertThat(platform.answer("wanted", "{\"n\":2,\"gate\":\"\"}")).isEqualTo("2");
        assertThat(platform.answer("idle", "{\"n\":3,\"gate\":\"\"}")).isEqualTo("3");
    }

    @Test
    void aFunctionThatNeedsMoreThanThereIsGets429AndIsToldWhy() {
        byte[] zip = Platform.zip(Map.of("app.py", "def handler(e, c): return 1"));
        platform.create("huge", "python3.11", "app.handler", zip, request -> request.memorySize(1024));

        assertThatThrownBy(() -> platform.invoke("huge", "{}"))
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessageContaining("1024 MiB")
                .hasMessageContaining("--memory");
    }
}

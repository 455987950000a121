package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import minifaas.kernel.Json;
import minifaas.testing.JavaClasses;
import minifaas.testing.LinuxProcesses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Between invocations an environment is frozen: what a handler left running makes no progress, and goes on in the next
 * one. Each function's background timer notes when it ticks, in ms since 1970, and each answer holds all ticks so far.
 */
class FreezeTest {
    @TempDir
    static Path data;

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        LinuxProcesses.needed();
        platform = Platform.start(data, 7, 4096, Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        if (platform != null) platform.close();
    }

    private static List<Long> ticks(String function) throws Exception {
        var ticks = new ArrayList<Long>();
        Json.read(platform.answer(function, "{}").getBytes()).forEach(tick -> ticks.add(tick.asLong()));
        return ticks;
    }

    private static void ticksOnlyDuringInvocations(String function) throws Exception {
        ticks(function);
        await().untilAsserted(() -> assertThat(LinuxProcesses.ofFunction(data, function))
                .isNotEmpty()
                .allMatch(LinuxProcesses::isStopped));
        long frozen = System.currentTimeMillis();
        // time passes while others work
        await().until(() -> System.currentTimeMillis() > frozen + 100);
        long thawed = System.currentTimeMillis();

        List<Long> before = ticks(function);
        await().untilAsserted(() -> assertThat(ticks(function)).hasSizeGreaterThan(before.size()));

        assertThat(ticks(function))
                .as("ticks while frozen, from %s to %s", frozen, thawed)
                .noneMatch(tick -> tick > frozen && tick < thawed);
        assertThat(LinuxProcesses.ofFunction(data, function))
                .as("always the same environment")
                .hasSize(1);
    }

    @Test
    @Tag("F23")
    @Tag("F26")
    void aTimerOfANodeHandlerStandsStillBetweenInvocationsAndGoesOnInTheNext() throws Exception {
        Machine.needs("node", "nodejs");
        platform.create("ticks-node", "nodejs20.x", "index.handler", Map.of("index.js", """
                const ticks = [];
                exports.handler = async () => {
                  if (ticks.length === 0) setInterval(() => ticks.push(Date.now()), 1);
                  await new Promise((resolve) => setTimeout(resolve, 20));
                  return ticks;
                };
                """));

        ticksOnlyDuringInvocations("ticks-node");
    }

    @Test
    @Tag("F23")
    @Tag("F26")
    void aThreadOfAPythonHandlerStandsStillBetweenInvocationsAndGoesOnInTheNext() throws Exception {
        Machine.needs("python3", "python");
        platform.create("ticks-python", "python3.11", "app.handler", Map.of("app.py", """
                import threading, time
                ticks = []
                def tick():
                    while True:
                        time.sleep(0.001)
                        ticks.append(int(time.time() * 1000))
                def handler(event, context):
                    if not ticks: threading.Thread(target=tick, daemon=True).start()
                    time.sleep(0.02)
                    return ticks
                """));

        ticksOnlyDuringInvocations("ticks-python");
    }

    @Test
    @Tag("F23")
    @Tag("F26")
    void aThreadOfAJavaHandlerStandsStillBetweenInvocationsAndGoesOnInTheNext() throws Exception {
        byte[] zip = JavaClasses.compile("Ticks.java", """
                import com.amazonaws.services.lambda.runtime.*;
                import java.util.*;
                import java.util.concurrent.*;
                public class Ticks implements RequestHandler<Object, List<Long>> {
                    final List<Long> ticks = new CopyOnWriteArrayList<>();
                    final Timer timer = new Timer(true);
                    public List<Long> handleRequest(Object event, Context context) {
                        if (ticks.isEmpty()) timer.schedule(new TimerTask() {
                            public void run() { ticks.add(System.currentTimeMillis()); }
                        }, 0, 1);
                        try { Thread.sleep(20); } catch (InterruptedException stop) { return List.of(); }
                        return List.copyOf(ticks);
                    }
                }
                """).jar();
        platform.create("ticks-java", "java17", "Ticks", zip, request -> request.memorySize(256));

        ticksOnlyDuringInvocations("ticks-java");
    }

    @Test
    @Tag("F23")
    void aChildOfTheFunctionIsFrozenWithIt() throws Exception {
        Machine.needs("python3", "python");
        platform.create("parent", "python3.11", "app.handler", Map.of("app.py", """
                import subprocess
                children = []
                def handler(event, context):
                    if not children: children.append(subprocess.Popen(['sleep', '600']))
                    return children[0].pid
                """));
        long child = Long.parseLong(platform.answer("parent", "{}"));

        await().until(() -> LinuxProcesses.isStopped(child));
        assertThat(platform.answer("parent", "{}")).isEqualTo(String.valueOf(child));
    }
}

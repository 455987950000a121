package minifaas.function;

import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import minifaas.kernel.Threads;
import org.junit.jupiter.api.Test;

/** The registry among many callers at once. */
class RegistryThreadsTest extends WithRegistry {
    @Test
    void manyCallersAtOnceGetOneAnswerEach() throws InterruptedException {
        fixture.createAndWait("1");
        fixture.publish();
        registry().createAlias(f(), "PROD", "1", "", Map.of());
        var failures = new CopyOnWriteArrayList<Throwable>();
        var done = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++)
            threads.add(Threads.start("caller", () -> {
                try {
                    while (!done.get()) {
                        FunctionVersion version =
                                registry().resolve(f("PROD"), 0).version();
                        assertThat(registry().isLive(version)).isTrue();
                        assertThat(registry().resolve(f(), 0).version().version())
                                .isEqualTo("$LATEST");
                    }
                } catch (RuntimeException | AssertionError failure) {
                    failures.add(failure);
                }
            }));
        for (int i = 0; i < 30; i++) fixture.updateAndWait("code " + i);
        done.set(true);
        for (Thread thread : threads) thread.join();
        assertThat(failures).isEmpty();
    }
}

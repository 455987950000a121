package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.Test;

class WorkerSandboxesTest {
    private final SystemClock clock = new SystemClock();

    @Test
    void bubblewrapIsTakenWhereItWorks() throws InterruptedException {
        SandboxNeeds.bubblewrap(clock);

        WorkerSandbox best = WorkerSandboxes.best(clock);

        assertThat(best).isInstanceOf(Bubblewrap.class);
        assertThat(best.name()).isEqualTo("bubblewrap");
        assertThat(best.cannotStop()).isEmpty();
    }
}

package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    /** A command that fails. */
    @Command(name = "fail")
    private record Failing(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private final StringWriter said = new StringWriter();

    private int runFailing(Exception failure) {
        CommandLine faas = Main.commandLine().addSubcommand(new Failing(failure));
        faas.getSubcommands().get("fail").setErr(new PrintWriter(said, true));
        return faas.execute("fail");
    }

    @AfterEach
    void theThreadIsNotInterrupted() {
        assertThat(Thread.interrupted()).as("seen by the test that interrupts").isFalse();
    }

    @Test
    void whatGoesWrongAsExpectedIsOneLine() {
        assertThat(runFailing(new IOException("no room\n on the disk"))).isEqualTo(1);
        assertThat(said).hasToString("faas: no room on the disk" + System.lineSeparator());
    }

    @Test
    void aPathIsSaidWithWhatIsWrongWithIt() {
        assertThat(runFailing(new AccessDeniedException("/data"))).isEqualTo(1);
        assertThat(said).hasToString("faas: java.nio.file.AccessDeniedException: /data" + System.lineSeparator());
    }

    @Test
    void ctrlCEndsACommandWithoutAWord() {
        assertThat(runFailing(new InterruptedException())).isEqualTo(130);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(said.toString()).isEmpty();
    }
}

package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import minifaas.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class ServerOptionsTest {
    @Command
    private static final class Server {
        @Mixin
        private ServerOptions options;
    }

    private static Settings settings(String... arguments) {
        var server = new Server();
        new CommandLine(server).parseArgs(arguments);
        return server.options.settings();
    }

    @Test
    void theLimitsAreThoseOfAwsUnlessSomebodyChoosesOthers() {
        assertThat(settings().concurrency()).isEqualTo(1000);
        assertThat(settings().scalingRate()).isEqualTo(1000);
        assertThat(settings("--concurrency", "100").concurrency()).isEqualTo(100);
        assertThat(settings("--scaling-rate", "1").scalingRate()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--concurrency, 99, '--concurrency is 100 or more, not 99'",
        "--concurrency, -1, '--concurrency is 100 or more, not -1'",
        "--scaling-rate, 0, '--scaling-rate is 1 or more, not 0'",
        "--keep-alive, -1, '--keep-alive is 0 s to 31536000 s, a year, not -1'",
        "--keep-alive, 9999999999, '--keep-alive is 0 s to 31536000 s, a year, not 9999999999'",
        "--freeze-after, -1, '--freeze-after is 0 ms to 31536000000 ms, a year, not -1'",
        "--freeze-after, 31536000001, '--freeze-after is 0 ms to 31536000000 ms, a year, not 31536000001'",
        "--memory, 127, '--memory is 128 MB or more, not 127'",
    })
    void whatIsOutOfItsRangeIsRefused(String option, String value, String message) {
        assertThatThrownBy(() -> settings(option, value))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }
}

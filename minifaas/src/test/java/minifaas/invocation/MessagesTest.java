package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import minifaas.invocation.InvocationListener.Report;
import minifaas.invocation.Outcome.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform's own texts, in AWS's words: {@link Failure}, {@link Program.Exit}, {@link ReportLines}. */
class MessagesTest {
    private static final long MIB = 1024 * 1024;

    private final Invocation call = Versions.call(Versions.version("f"), "id", "{}");

    private static String payload(Outcome.FunctionError error) {
        return new String(error.payload(), UTF_8);
    }

    private String report(Outcome outcome, double millis, Optional<Duration> init, long bytes) {
        var duration = Duration.ofNanos((long) (millis * 1_000_000));
        return ReportLines.report(new Report(call, outcome, duration, init, bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, Runtime exited without providing a reason",
        "1, Runtime exited with error: exit status 1",
        "127, Runtime exited with error: exit status 127",
        "134, Runtime exited with error: signal: aborted",
        "137, Runtime exited with error: signal: killed",
        "139, Runtime exited with error: signal: segmentation fault",
        "143, Runtime exited with error: signal: terminated",
        "255, Runtime exited with error: exit status 255",
    })
    void anExitIsDescribedByItsStatusOrItsSignal(int status, String description) {
        assertThat(new Program.Exit(status).description()).isEqualTo(description);
    }

    @Test
    void aTimeoutNamesTheRequestAndTheLimit() {
        var failure = Failure.timeout(Duration.ofMillis(1500));

        assertThat(payload(failure.of(call)))
                .isEqualTo("{\"errorType\":\"Sandbox.Timedout\","
                        + "\"errorMessage\":\"RequestId: id Error: Task timed out after 1.50 seconds\"}");
        assertThat(failure.line(call)).isEqualTo("id Task timed out after 1.50 seconds\n\n");
        assertThat(failure.of(call).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void anExitNamesTheRequestAndTheStatus() {
        var failure = Failure.exit(Kind.EXIT, new Program.Exit(3));

        assertThat(payload(failure.of(call)))
                .isEqualTo("{\"errorType\":\"Runtime.ExitError\","
                        + "\"errorMessage\":\"RequestId: id Error: Runtime exited with error: exit status 3\"}");
        assertThat(failure.line(call))
                .isEqualTo("RequestId: id Error: Runtime exited with error: exit status 3\nRuntime.ExitError\n");
    }

    @Test
    void anAnswerThatIsTooLargeNamesTheLimitOnly() {
        assertThat(payload(Failure.responseTooLarge().of(call)))
                .isEqualTo("{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":"
                        + "\"Response payload size exceeded maximum allowed payload size (6291556 bytes).\"}");
    }

    @Test
    void numbersAreWrittenInAwsFormWhateverTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Failure.timeout(Duration.ofSeconds(3)).message()).contains("3.00");
            assertThat(report(new Outcome.Succeeded(new byte[0]), 1.5, Optional.empty(), MIB))
                    .contains(": 1.50 ms");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aReportOfAWarmCallHasNoInitDuration() {
        assertThat(report(new Outcome.Succeeded(new byte[0]), 12.344, Optional.empty(), 30 * MIB))
                .isEqualTo("REPORT RequestId: id\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\t"
                        + "Max Memory Used: 30 MB\t\n");
    }

    @Test
    void aReportOfAColdCallBillsItsInitialisation() {
        var init = Optional.of(Duration.ofNanos(100_600_000));

        assertThat(report(new Outcome.Succeeded(new byte[0]), 12.5, init, 30 * MIB + 1))
                .isEqualTo("REPORT RequestId: id\tDuration: 12.50 ms\tBilled Duration: 114 ms\tMemory Size: 128 MB\t"
                        + "Max Memory Used: 31 MB\tInit Duration: 100.60 ms\t\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Sandbox.Timedout, Status: timeout",
        "Runtime.ExitError, Status: error\tError Type: Runtime.ExitError",
        "Function.MyReason, Status: error\tError Type: Function.MyReason",
        "ValueError, Status: error\tError Type: Runtime.Unknown",
        "'', Status: error\tError Type: Runtime.Unknown",
    })
    void aFailedInitialisationNamesOnlyErrorTypesThatAwsKnows(String errorType, String status) {
        assertThat(ReportLines.initReport(Duration.ofNanos(1_236_040_000), errorType))
                .isEqualTo("INIT_REPORT Init Duration: 1236.04 ms\tPhase: init\t" + status + "\n");
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT, Status: timeout", "EXIT, Status: error", "INIT, Status: error", "REPORTED, ''"})
    void aReportNamesTheStatusUnlessTheHandlerItselfAnswered(Kind kind, String status) {
        String line = report(new Outcome.FunctionError(new byte[0], kind), 1, Optional.empty(), MIB);

        assertThat(line).endsWith("Max Memory Used: 1 MB\t" + status + (status.isEmpty() ? "\n" : "\t\n"));
    }
}

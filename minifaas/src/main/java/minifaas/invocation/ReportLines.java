package minifaas.invocation;

import java.time.Duration;
import java.util.Locale;
import minifaas.invocation.InvocationListener.Report;

/**
 * The lines that the platform itself writes into a function's log, in AWS's format.
 *
 * <p>AWS: "Viewing CloudWatch logs for Lambda functions" and, for INIT_REPORT, "Understanding the Lambda execution
 * environment lifecycle" (November 2026). Since 1 August 2025 the billed duration includes initialisation. Where it
 * failed, AWS initialises a second time within the invocation and counts that as its duration; here it is done once, so
 * it stands as Init Duration, and nearly nothing is left for Duration.
 */
final class ReportLines {
    private static final long MIB = 1024 * 1024;

    private ReportLines() {}

    static String start(Invocation invocation) {
        return "START RequestId: " + invocation.requestId() + " Version: "
                + invocation.version().version() + "\n";
    }

    static String end(Invocation invocation) {
        return "END RequestId: " + invocation.requestId() + "\n";
    }

    /**
     * The REPORT line, which a bill can be made from.
     *
     * <p>Its fields are, in this order, with a tab after each, and a line feed at the end:
     *
     * <ul>
     *   <li>{@code REPORT RequestId: ID}
     *   <li>{@code Duration: 12.34 ms}, with two digits after the point, rounded half up
     *   <li>{@code Billed Duration: 114 ms}, the duration and the initialisation together, if there was one; only their
     *       sum is rounded, up to a whole millisecond
     *   <li>{@code Memory Size: 128 MB}, which the function was given
     *   <li>{@code Max Memory Used: 31 MB}, the bytes of the report in units of 1024 times 1024, rounded up
     *   <li>{@code Init Duration: 100.60 ms}, in the form of the duration, only when the report has one
     *   <li>{@code Status: timeout} after a function error of the kind TIMEOUT, {@code Status: error} after one of the
     *       kinds INIT and EXIT; there is no status after any other outcome, an error that the handler reported included
     * </ul>
     *
     * <p>Numbers have a point, whatever the language of the machine.
     */
    static String report(Report report) {
        Invocation invocation = report.invocation();
        Duration billed = report.duration().plus(report.init().orElse(Duration.ZERO));
        var line = new StringBuilder("REPORT RequestId: ")
                .append(invocation.requestId())
                .append("\tDuration: ")
                .append(millis(report.duration()))
                .append(" ms\tBilled Duration: ")
                .append((billed.toNanos() + 999_999) / 1_000_000)
                .append(" ms\tMemory Size: ")
                .append(invocation.version().settings().memorySizeMiB())
                .append(" MB\tMax Memory Used: ")
                .append((report.peakMemoryBytes() + MIB - 1) / MIB)
                .append(" MB\t");
        report.init()
                .ifPresent(init ->
                        line.append("Init Duration: ").append(millis(init)).append(" ms\t"));
        if (report.outcome() instanceof Outcome.FunctionError error) line.append(status(error.kind()));
        return line.append("\n").toString();
    }

    /**
     * How long initialisation took that no invocation waited for. AWS always writes this line for provisioned
     * concurrency; it has been seen to repeat the duration in the first invocation's REPORT, which here it does not, so
     * that a bill that is made from the lines counts it once.
     */
    static String initReport(Duration duration) {
        return "INIT_REPORT Init Duration: " + millis(duration) + " ms\tPhase: init\n";
    }

    /**
     * Why initialisation failed, and how long it took.
     *
     * @param errorType as the runtime or the platform names it; AWS shows those of its own and {@code Runtime.Unknown}
     */
    static String initReport(Duration duration, String errorType) {
        String line = "INIT_REPORT Init Duration: " + millis(duration) + " ms\tPhase: init\tStatus: ";
        if (errorType.equals(Failure.TIMED_OUT)) return line + "timeout\n";
        boolean isKnown = errorType.matches("(Runtime|Function)\\.[A-Z][a-zA-Z]+");
        return line + "error\tError Type: " + (isKnown ? errorType : "Runtime.Unknown") + "\n";
    }

    private static String status(Outcome.Kind kind) {
        return switch (kind) {
            case REPORTED -> "";
            case TIMEOUT -> "Status: timeout\t";
            case INIT, EXIT -> "Status: error\t";
        };
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
    }
}

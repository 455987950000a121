// exercise: 6.5
// thinks: An error is a status.
// hint: The status tells what became of the environment. After which ends is it still there?
static String report(Report report) {
    Invocation invocation = report.invocation();
    Duration billed = report.duration().plus(report.init().orElse(Duration.ZERO));
    var line = new StringBuilder("REPORT RequestId: ")
            .append(invocation.requestId())
            .append("\tDuration: ")
            .append(String.format(Locale.ROOT, "%.2f", report.duration().toNanos() / 1e6))
            .append(" ms\tBilled Duration: ")
            .append((billed.toNanos() + 999_999) / 1_000_000)
            .append(" ms\tMemory Size: ")
            .append(invocation.version().settings().memorySizeMiB())
            .append(" MB\tMax Memory Used: ")
            .append((report.peakMemoryBytes() + MIB - 1) / MIB)
            .append(" MB\t");
    if (report.init().isPresent()) {
        double millis = report.init().get().toNanos() / 1e6;
        line.append("Init Duration: ").append(String.format(Locale.ROOT, "%.2f", millis)).append(" ms\t");
    }
    if (report.outcome() instanceof Outcome.FunctionError error)
        line.append(error.kind() == Outcome.Kind.TIMEOUT ? "Status: timeout\t" : "Status: error\t");
    return line.append("\n").toString();
}

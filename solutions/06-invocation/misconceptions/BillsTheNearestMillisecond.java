// exercise: 6.5
// thinks: Rounding means to the nearest number.
// hint: What is begun is paid: how many milliseconds are 12.000001 ms, and how many exactly 12 ms?
static String report(Report report) {
    Invocation invocation = report.invocation();
    Duration billed = report.duration().plus(report.init().orElse(Duration.ZERO));
    var line = new StringBuilder("REPORT RequestId: ")
            .append(invocation.requestId())
            .append("\tDuration: ")
            .append(String.format(Locale.ROOT, "%.2f", report.duration().toNanos() / 1e6))
            .append(" ms\tBilled Duration: ")
            .append(Math.round(billed.toNanos() / 1e6))
            .append(" ms\tMemory Size: ")
            .append(invocation.version().settings().memorySizeMiB())
            .append(" MB\tMax Memory Used: ")
            .append((report.peakMemoryBytes() + MIB - 1) / MIB)
            .append(" MB\t");
    if (report.init().isPresent()) {
        double millis = report.init().get().toNanos() / 1e6;
        line.append("Init Duration: ").append(String.format(Locale.ROOT, "%.2f", millis)).append(" ms\t");
    }
    if (report.outcome() instanceof Outcome.FunctionError error && error.kind() != Outcome.Kind.REPORTED)
        line.append(error.kind() == Outcome.Kind.TIMEOUT ? "Status: timeout\t" : "Status: error\t");
    return line.append("\n").toString();
}

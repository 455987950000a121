// exercise: 6.5
// thinks: A tab stands between two fields.
// hint: Programs read this line: which character stands after each field, and what ends the line?
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
    if (report.outcome() instanceof Outcome.FunctionError error && error.kind() != Outcome.Kind.REPORTED)
        line.append(error.kind() == Outcome.Kind.TIMEOUT ? "Status: timeout\t" : "Status: error\t");
    String text = line.toString();
    return (report.init().isEmpty() && report.outcome() instanceof Outcome.Succeeded ? text.stripTrailing() : text) + "\n";
}

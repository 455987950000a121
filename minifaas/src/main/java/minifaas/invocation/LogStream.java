package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import minifaas.function.FunctionId;

/**
 * What one environment logs: what its processes print, between the lines that the platform writes.
 *
 * <p>AWS calls it a log stream, within the function's log group.
 */
final class LogStream implements InvocationListener, AutoCloseable {
    private static final int TAIL = 4096;

    private final FunctionLog log;
    private final FunctionId function;
    private final OutputFile output;

    // guarded by this
    private final StringBuilder unsaved = new StringBuilder();
    private final StringBuilder invocationText = new StringBuilder();
    private boolean isEnded;

    LogStream(FunctionLog log, FunctionId function, Path output) {
        this.log = log;
        this.function = function;
        this.output = new OutputFile(output);
    }

    @Override
    public synchronized void started(Invocation invocation) {
        add(output.readNew());
        if (isEnded) invocationText.setLength(0);
        isEnded = false;
        add(ReportLines.start(invocation));
    }

    @Override
    public synchronized void ended(Report report) {
        addLines(output.readNew());
        add(ReportLines.end(report.invocation()));
        add(ReportLines.report(report));
        isEnded = true;
        save();
    }

    /** Adds a line of the platform's own, after what was printed so far. */
    synchronized void print(String text) {
        if (text.isEmpty()) return;
        addLines(output.readNew());
        add(text);
    }

    /** Initialisation is over; when it is reported by itself, it is no part of the first invocation. */
    synchronized void initialised(String report) {
        if (report.isEmpty()) return;
        print(report);
        isEnded = true;
        save();
    }

    /** Takes over what was printed so far, so that it can be followed before the invocation ends. */
    synchronized void drain() {
        add(output.readNew());
        save();
    }

    /** No process prints any more. */
    @Override
    public synchronized void close() {
        add(output.readRest());
        save();
        output.close();
    }

    /** The last 4 KB of the latest invocation's text; what initialisation printed belongs to the first one. */
    synchronized byte[] tail() {
        byte[] text = invocationText.toString().getBytes(UTF_8);
        return text.length <= TAIL ? text : Arrays.copyOfRange(text, text.length - TAIL, text.length);
    }

    private void addLines(String text) {
        add(text);
        if (!invocationText.isEmpty() && invocationText.charAt(invocationText.length() - 1) != '\n') add("\n");
    }

    private void add(String text) {
        unsaved.append(text);
        invocationText.append(text);
        // a character is a byte at least, so the tail is never short of what it needs
        if (invocationText.length() > 4 * TAIL) invocationText.delete(0, invocationText.length() - TAIL);
    }

    private void save() {
        if (unsaved.isEmpty()) return;
        log.append(function, unsaved.toString());
        unsaved.setLength(0);
    }
}

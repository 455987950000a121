package minifaas.course.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One bash, which runs command after command: a variable that one of them sets is there for the next. */
final class ShellSession implements AutoCloseable {
    private static final int LONGEST_COMMAND_SECONDS = 60;
    private static final String OVER = "over";

    private final Process bash;
    private final Writer input;
    private final BufferedReader lines;
    private final Path script;
    private final Path output;

    private ShellSession(Process bash, Path scratch) {
        this.bash = bash;
        this.input = bash.outputWriter();
        this.lines = bash.inputReader();
        this.script = scratch.resolve("command");
        this.output = scratch.resolve("output");
    }

    /**
     * Starts a shell.
     *
     * @param work the folder that it begins in
     * @param scratch a folder for its own files
     * @param environment variables beside those of this JVM
     */
    static ShellSession start(Path work, Path scratch, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder("bash", "--noprofile", "--norc")
                .directory(work.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        return new ShellSession(builder.start(), scratch);
    }

    /**
     * Runs a command and gives what it printed, on both streams.
     *
     * @throws IOException when it takes longer than a minute or ends the shell
     */
    String run(String command) throws IOException {
        Files.writeString(script, command + "\n");
        input.write(". '%s' > '%s' 2>&1 < /dev/null; echo %s\n".formatted(script, output, OVER));
        input.flush();
        if (!OVER.equals(nextLine(command))) throw new IOException("the shell ended: " + command);
        return Files.readString(output);
    }

    private String nextLine(String command) throws IOException {
        try {
            return CompletableFuture.supplyAsync(this::readLine).get(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no answer after " + LONGEST_COMMAND_SECONDS + " s: " + command, late);
        } catch (ExecutionException failure) {
            throw new IOException("the shell cannot be read: " + command, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private String readLine() {
        try {
            return lines.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the shell and whatever it still runs. */
    @Override
    public void close() {
        bash.descendants().forEach(ProcessHandle::destroyForcibly);
        bash.destroyForcibly();
    }
}

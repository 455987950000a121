package minifaas.invocation;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Environments as plain processes of this machine: everywhere, fast, and with no isolation claimed.
 *
 * <p>Where the system has process groups, an environment is one, so that it can be frozen and killed as a whole. Its
 * program waits for a word on its standard input until the guardian knows the group, so that no server's death can
 * leave it behind.
 */
final class ProcessKind implements Program.Kind, AutoCloseable {
    // by its path: a function may have a PATH of its own
    private static final List<String> WAIT_FOR_THE_WORD =
            List.of("/bin/sh", "-c", "read -r go && exec \"$@\" </dev/null", "environment");
    private static final byte[] GO = {'\n'};

    private final LanguageRuntimes runtimes;
    private final Optional<Guardian> guardian;

    /** @param guardian empty where the system has no process groups */
    ProcessKind(LanguageRuntimes runtimes, Optional<Guardian> guardian) {
        this.runtimes = runtimes;
        this.guardian = guardian;
    }

    @Override
    public Program start(Program.Plan plan) throws IOException, Program.CannotStart {
        LanguageRuntimes.Command command = runtimes.commandFor(plan);
        Files.writeString(plan.folder().output(), command.note(), StandardOpenOption.APPEND);
        Process process = guardian.isPresent()
                ? startWatched(plan, command.line(), guardian.get())
                : startAlone(plan, command.line());
        return new ProcessProgram(process, plan, guardian);
    }

    private static Process startAlone(Program.Plan plan, List<String> line) throws IOException {
        Process process = start(plan, line);
        process.getOutputStream().close();
        return process;
    }

    private static Process startWatched(Program.Plan plan, List<String> command, Guardian guardian) throws IOException {
        var line = new ArrayList<>(WAIT_FOR_THE_WORD);
        line.addAll(command);
        Process process = start(plan, ProcessGroups.leaderOf(line));
        // when the guardian cannot be told, the end of its input ends the process
        try (OutputStream input = process.getOutputStream()) {
            guardian.watch(process.pid());
            input.write(GO);
        }
        return process;
    }

    private static Process start(Program.Plan plan, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(plan.folder().taskRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(plan.folder().output().toFile()));
        Map<String, String> variables = builder.environment();
        // nothing of the server's: a stray PYTHONPATH or NODE_OPTIONS changes what a function does
        variables.clear();
        variables.putAll(plan.variables());
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        if (guardian.isPresent()) guardian.get().close();
    }
}

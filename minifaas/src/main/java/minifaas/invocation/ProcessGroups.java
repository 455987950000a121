package minifaas.invocation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How this operating system makes a process the leader of a process group of its own. */
final class ProcessGroups {
    /** Linux has setsid; macOS has no such command, but perl. */
    private static final Optional<List<String>> PREFIX = find("setsid")
            .map(setsid -> List.of(setsid.toString()))
            .or(() ->
                    find("perl").map(perl -> List.of(perl.toString(), "-e", "setpgrp(0, 0); exec @ARGV or exit 127")));

    private ProcessGroups() {}

    /** Whether processes can be grouped, and so frozen and killed together, on this machine. */
    static boolean areSupported() {
        return File.separatorChar == '/' && PREFIX.isPresent();
    }

    /** The command line that runs a command as a group's leader: its process id is the group's id. */
    static List<String> leaderOf(List<String> command) {
        var line = new ArrayList<>(PREFIX.orElseThrow());
        line.addAll(command);
        return line;
    }

    private static Optional<Path> find(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(candidate)) return Optional.of(candidate.toAbsolutePath());
        }
        return Optional.empty();
    }
}

package minifaas.course.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The version control of one folder: the program {@code git}. */
final class Git {
    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs a command.
     *
     * @return what it printed
     * @throws IOException when there is no git, or it fails; the message holds what it said
     */
    String run(String... arguments) throws IOException, InterruptedException {
        // a file that the user's git ignores everywhere, such as a jar, belongs to the handout all the same
        var command = new ArrayList<>(List.of("git", "-c", "core.excludesFile="));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("minifaas-git", "");
        try {
            Process process = start(command, said);
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0)
                throw new IOException("git " + arguments[0] + " failed in " + folder + ": "
                        + (output + Files.readString(said)).strip());
            return output;
        } finally {
            Files.delete(said);
        }
    }

    private Process start(List<String> command, Path said) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(said.toFile());
        // a hook of another repository may have started this
        builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
        try {
            return builder.start();
        } catch (IOException none) {
            throw new IOException("a handout needs git: install it (https://git-scm.com) so that it is on PATH", none);
        }
    }

    /**
     * Looks whether a commit can be made: git wants to know whose it is.
     *
     * @throws IOException when git does not
     */
    void requireAuthor() throws IOException, InterruptedException {
        try {
            run("var", "GIT_COMMITTER_IDENT");
        } catch (IOException unknown) {
            throw new IOException(
                    "git does not know who you are: git config --global user.name NAME, and the same with user.email",
                    unknown);
        }
    }

    /** A file as it was when it came into the repository; none when it is in no commit. */
    Optional<String> firstVersion(String file) throws IOException, InterruptedException {
        List<String> commits =
                run("log", "--diff-filter=A", "--format=%H", "--", file).lines().toList();
        if (commits.isEmpty()) return Optional.empty();
        return Optional.of(run("show", commits.get(commits.size() - 1) + ":" + file));
    }

    /**
     * Commits all changes.
     *
     * @return whether there were any
     */
    boolean commit(String message) throws IOException, InterruptedException {
        run("add", "--all");
        if (run("status", "--porcelain").isEmpty()) return false;
        run("commit", "--quiet", "--message", message);
        return true;
    }
}

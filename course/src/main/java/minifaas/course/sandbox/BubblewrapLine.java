package minifaas.course.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The command line of bubblewrap.
 *
 * @param programs that it needs
 * @param files that the worker can read besides its folder
 */
record BubblewrapLine(Programs programs, List<Path> files) {
    private static final String TMP_BYTES = String.valueOf(16 * 1024 * 1024);
    private static final String NOBODY = "65534";

    /** The programs that it takes: bubblewrap, and util-linux's two that set limits and change the user. */
    record Programs(Path bwrap, Path prlimit, Path setpriv) {}

    /**
     * A command in a sandbox of its own.
     *
     * @param folder that it can read
     * @param user that it becomes, when root starts it; none for an ordinary user, who it is to the rest of the machine
     */
    List<String> of(Path folder, List<String> command, Limits limits, OptionalInt user) {
        var line = new ArrayList<>(List.of(programs.bwrap.toString()));
        addNamespaces(line, user.isPresent());
        addFiles(line, folder);
        if (user.isPresent()) {
            String id = String.valueOf(user.getAsInt());
            line.addAll(List.of(programs.setpriv.toString(), "--reuid=" + id, "--regid=" + id, "--clear-groups"));
        }
        // set inside: root's worker has a user to itself, and an ordinary user's one is counted in its own namespace,
        // which Linux does from 5.14 on; before, all processes of that user count
        line.addAll(List.of(programs.prlimit.toString(), "--nproc=" + limits.processes(), "--core=0"));
        line.addAll(command);
        return line;
    }

    private void addNamespaces(List<String> line, boolean asRoot) {
        line.addAll(
                List.of("--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
        // root needs no user namespace: it becomes a real user that nobody else is, whom every limit binds
        if (asRoot) line.addAll(List.of("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"));
        else line.addAll(List.of("--unshare-user", "--uid", NOBODY, "--gid", NOBODY));
        line.addAll(List.of("--new-session", "--die-with-parent", "--clearenv", "--setenv", "LC_ALL", "C.UTF-8"));
    }

    private void addFiles(List<String> line, Path folder) {
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        line.addAll(List.of("--perms", "1777", "--size", TMP_BYTES, "--tmpfs", "/tmp"));
        // made by themselves, they would be closed to all but root
        for (Path parent : parents(folder)) line.addAll(List.of("--dir", parent.toString()));
        for (Path file : files) bind(line, file);
        bind(line, folder);
        line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", folder.toString()));
    }

    private Set<Path> parents(Path folder) {
        var parents = new LinkedHashSet<Path>();
        for (Path file : files) parents.add(file.getParent());
        parents.add(folder.getParent());
        return parents;
    }

    private static void bind(List<String> line, Path place) {
        line.addAll(List.of("--ro-bind", place.toString(), place.toString()));
    }
}

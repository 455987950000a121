package minifaas.course.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The place below which this process may make control groups that limit memory.
 *
 * @param parent a folder of a control group file system
 */
record MemoryGroups(Path parent, CgroupVersion version) {
    private static final Path PROC = Path.of("/proc/self");

    /** Finds the place by making one group and putting a process in it; empty when there is none. */
    static Optional<MemoryGroups> here() throws IOException, InterruptedException {
        if (!Files.isReadable(PROC.resolve("cgroup"))) return Optional.empty();
        List<String> mountInfo = Files.readAllLines(PROC.resolve("mountinfo"));
        List<String> cgroup = Files.readAllLines(PROC.resolve("cgroup"));
        for (MemoryGroups place : candidates(mountInfo, cgroup)) {
            if (place.works()) return Optional.of(place);
        }
        return Optional.empty();
    }

    /** The process's own group and what it lies in; in version 2 a group with processes can have no further ones. */
    static List<MemoryGroups> candidates(List<String> mountInfo, List<String> cgroup) {
        return Stream.of(CgroupVersion.values())
                .flatMap(version -> version.mounts(mountInfo)
                        .map(Path::of)
                        .flatMap(mount -> version.groups(cgroup)
                                .map(group -> mount.resolve(group.substring(1)))
                                .flatMap(own -> Stream.of(own, own.getParent()))
                                .filter(folder -> folder.startsWith(mount)))
                        .map(folder -> new MemoryGroups(folder, version)))
                .toList();
    }

    private boolean works() throws InterruptedException {
        try (MemoryGroup group = make(Limits.USUAL)) {
            Process trial = new ProcessBuilder(group.joining(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException notAllowed) {
            return false;
        }
    }

    /** A new group. */
    MemoryGroup make(Limits limits) throws IOException {
        Path folder = parent.resolve("minifaas-worker-" + UUID.randomUUID());
        Files.createDirectory(folder);
        var group = new MemoryGroup(folder, version);
        try {
            group.limit(limits);
            return group;
        } catch (IOException noSuchController) {
            group.close();
            throw noSuchController;
        }
    }
}

package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minifaas.course.jars.CourseJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryGroupsTest {
    @TempDir
    Path folder;

    @Test
    void inVersion2TheGroupsLieBesideTheProcesssOwnOne() {
        var places = MemoryGroups.candidates(
                List.of("29 23 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate"),
                List.of("0::/user.slice/app.slice/terminal.scope"));

        assertThat(places)
                .containsExactly(
                        new MemoryGroups(
                                Path.of("/sys/fs/cgroup/user.slice/app.slice/terminal.scope"), CgroupVersion.V2),
                        new MemoryGroups(Path.of("/sys/fs/cgroup/user.slice/app.slice"), CgroupVersion.V2));
    }

    @Test
    void inVersion1OnlyTheControllerForMemoryCounts() {
        var places = MemoryGroups.candidates(
                List.of(
                        "35 29 0:31 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids",
                        "36 29 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory"),
                List.of("8:pids:/a", "4:memory:/b", "0::/"));

        assertThat(places)
                .containsExactly(
                        new MemoryGroups(Path.of("/sys/fs/cgroup/memory/b"), CgroupVersion.V1),
                        new MemoryGroups(Path.of("/sys/fs/cgroup/memory"), CgroupVersion.V1));
    }

    @Test
    void aGroupHasItsLimitWithoutSwap() throws IOException {
        Files.createFile(folder.resolve("memory.max"));
        Files.createFile(folder.resolve("memory.swap.max"));

        new MemoryGroup(folder, CgroupVersion.V2).limit(Limits.USUAL);

        assertThat(folder.resolve("memory.max")).hasContent("536870912");
        assertThat(folder.resolve("memory.swap.max")).hasContent("0");
    }

    @Test
    void theKernelSaysWhetherItHasKilled() throws IOException {
        var group = new MemoryGroup(folder, CgroupVersion.V2);
        Path events = folder.resolve("memory.events");
        Files.writeString(events, "max 3\noom 0\noom_kill 0\noom_group_kill 0\n");
        assertThat(group.hasKilled()).isFalse();
        Files.writeString(events, "max 3\noom 1\noom_kill 1\noom_group_kill 0\n");
        assertThat(group.hasKilled()).isTrue();
    }

    @Test
    void theKernelKillsWhatNeedsMore() throws IOException, InterruptedException {
        var programs = new WorkerPrograms(folder.resolve("programs"));
        var limits = new Limits(60, 100, 1000, Duration.ofSeconds(60));
        List<String> hungry = JvmLine.of(Path.of(CourseJars.java()), programs.command("Hungry"), Limits.USUAL);
        Path group;
        try (MemoryGroup small = SandboxNeeds.memoryGroups().make(limits)) {
            group = small.folder();
            Process process = new ProcessBuilder(small.joining(hungry))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            assertThat(small.hasKilled()).isTrue();
        }
        assertThat(group).doesNotExist();
    }
}

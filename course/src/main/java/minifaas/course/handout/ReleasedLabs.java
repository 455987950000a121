package minifaas.course.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import minifaas.course.lab.Lab;
import minifaas.course.source.LabSources;
import minifaas.course.syllabus.Chapter;
import minifaas.kernel.FileTree;

/** The labs of a handout. What students write in is written once; their tests and hints are those of the course. */
final class ReleasedLabs {
    private static final String HINTS = "hints.yaml";

    private final Path home;
    private final HandoutFolder handout;
    private final LabSources starters;
    private final List<String> notes = new ArrayList<>();

    /** @param home the folder of the course */
    ReleasedLabs(Path home, HandoutFolder handout) {
        this.home = home;
        this.handout = handout;
        this.starters = new LabSources(home);
    }

    /** Writes the lab of a chapter. */
    void write(Chapter chapter) throws IOException, InterruptedException {
        Lab from = new Lab(home, chapter);
        Lab to = handout.lab(chapter);
        FileTree.delete(to.tests());
        copy(from.tests(), to.tests());
        Files.copy(from.folder().resolve(HINTS), to.folder().resolve(HINTS), StandardCopyOption.REPLACE_EXISTING);
        Map<Path, String> classes = starters.starters(chapter);
        if (handout.hasLab(chapter)) {
            compare(to, classes);
            return;
        }
        for (var each : classes.entrySet()) {
            Path file = to.sources().resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
    }

    /** What students got stays theirs; when they would get something else today, their instructor should know. */
    private void compare(Lab lab, Map<Path, String> classes) throws IOException, InterruptedException {
        for (var each : classes.entrySet()) {
            Path file = lab.sources().resolve(each.getKey());
            String name = handout.path().relativize(file).toString().replace('\\', '/');
            if (!handout.git().firstVersion(name).equals(Optional.of(each.getValue())))
                notes.add(name + " is left as it was handed out, though its starter would now differ");
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What the instructor should know: a sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}

package minifaas.course.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.source.JavaSource;
import minifaas.course.source.LabSources;
import minifaas.course.source.Starter;
import minifaas.course.syllabus.Exercise;

/** minifaas's sources for reading: as they are, but for the bodies of exercises whose solutions are closed. */
final class ReadingSources {
    private final Path reference;
    private final List<Exercise> closed;

    /** @param home the folder of the course */
    ReadingSources(Path home, List<Exercise> closed) {
        this.reference = new LabSources(home).reference();
        this.closed = List.copyOf(closed);
    }

    /** Writes them below a folder. */
    void write(Path target) throws IOException {
        try (Stream<Path> tree = Files.walk(reference)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                Path name = reference.relativize(file);
                List<Exercise> its = closed.stream()
                        .filter(exercise -> exercise.member().file().equals(name))
                        .toList();
                Path copy = target.resolve(name);
                Files.createDirectories(copy.getParent());
                if (its.isEmpty()) Files.copy(file, copy);
                else
                    Files.writeString(
                            copy, Starter.of(JavaSource.read(file), its).text());
            }
        }
    }
}

package minifaas.course.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;

/**
 * The classes that students edit, made from the reference and the syllabus.
 *
 * @param home the folder of the course
 */
public record LabSources(Path home) {
    private static final Path JAVA = Path.of("src", "main", "java");

    /** The folder of the reference's sources. */
    public Path reference() {
        return home.resolve("minifaas").resolve(JAVA);
    }

    /** The folder of a lab's classes, under which each has its package. */
    public Path folder(Chapter chapter) {
        return home.resolve("labs").resolve(chapter.fileName()).resolve(JAVA);
    }

    /** The exercises of a chapter by the file, below a source folder, in which their member is. */
    public static Map<Path, List<Exercise>> exercises(Chapter chapter) {
        return chapter.exercises().stream()
                .collect(
                        Collectors.groupingBy(exercise -> exercise.member().file(), TreeMap::new, Collectors.toList()));
    }

    /**
     * The starters of a chapter by their files below a source folder; none when it has no exercises.
     *
     * @throws IOException when a class of the reference cannot be read
     * @throws NoSuchMemberException when the syllabus names a member that the reference has not
     */
    public Map<Path, String> starters(Chapter chapter) throws IOException {
        var starters = new TreeMap<Path, String>();
        for (var entry : exercises(chapter).entrySet()) {
            JavaSource source = JavaSource.read(reference().resolve(entry.getKey()));
            starters.put(entry.getKey(), Starter.of(source, entry.getValue()).text());
        }
        return starters;
    }

    /**
     * Writes the starters of a chapter over what is there.
     *
     * @throws IOException as {@link #starters}, or when a file cannot be written
     */
    public void write(Chapter chapter) throws IOException {
        for (var starter : starters(chapter).entrySet()) {
            Path file = folder(chapter).resolve(starter.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, starter.getValue());
        }
    }
}

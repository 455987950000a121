package minifaas.course.syllabus;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The course as {@code chapters/syllabus.yaml} lists it. Site, labs, progress map and tests read it here.
 *
 * @param chapters in the order of the book
 */
public record Syllabus(List<Chapter> chapters) {
    /** Where it stands, seen from the folder of the course. */
    public static final Path FILE = Path.of("chapters", "syllabus.yaml");

    public Syllabus {
        chapters = List.copyOf(chapters);
    }

    /**
     * Reads the syllabus.
     *
     * @param home the folder of the course
     * @throws IOException when the file is not there, or is not a syllabus; the message names the place
     */
    public static Syllabus read(Path home) throws IOException {
        return YamlFile.read(home.resolve(FILE), new TypeReference<>() {});
    }

    /** The chapters that have a lab. */
    public List<Chapter> labs() {
        return chapters.stream().filter(Chapter::hasLab).toList();
    }

    /** The chapter with this number. */
    public Optional<Chapter> chapter(int number) {
        return chapters.stream().filter(chapter -> chapter.number() == number).findFirst();
    }

    /** All exercises in the order of the book. */
    public Stream<Exercise> exercises() {
        return chapters.stream().flatMap(chapter -> chapter.exercises().stream());
    }

    /** The exercise with this id, such as 7.2. */
    public Optional<Exercise> exercise(String id) {
        return exercises().filter(exercise -> exercise.id().equals(id)).findFirst();
    }
}

package minifaas.course.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of this course. */
final class CoursePages {
    static final Path HOME = Path.of("..");

    private CoursePages() {}

    /** The README and the chapters. */
    static List<Path> all() throws IOException {
        try (Stream<Path> chapters = Files.list(HOME.resolve("chapters"))) {
            return Stream.concat(Stream.of(HOME.resolve("README.adoc")), chapters.sorted())
                    .filter(file -> file.toString().endsWith(".adoc"))
                    .toList();
        }
    }

    /** Those with commands to run. */
    static List<Path> withTranscript() throws IOException {
        return all().stream()
                .filter(file -> !Transcript.of(read(file)).steps().isEmpty())
                .toList();
    }

    /** The explained solutions. */
    static List<Path> walkthroughs() throws IOException {
        try (Stream<Path> solutions = Files.walk(HOME.resolve("solutions"))) {
            return solutions
                    .filter(file -> file.endsWith("walkthrough.adoc"))
                    .sorted()
                    .toList();
        }
    }

    static Page read(Path file) {
        try {
            return Page.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package minifaas.course.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.lab.Lab;
import minifaas.course.source.Exercises;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Syllabus;

/** What a student has of the real course, in a folder of its own. */
final class CourseCopy {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    private CourseCopy() {}

    /** A fresh copy with one lab. */
    static Lab withLab(int number, Path home) throws IOException {
        String name = Syllabus.read(COURSE).chapter(number).orElseThrow().fileName();
        for (String part : List.of("chapters", "labs/" + name, "solutions/" + name, "minifaas/src/main"))
            copy(part, home);
        return Lab.of(home, number);
    }

    private static void copy(String part, Path home) throws IOException {
        Path from = COURSE.resolve(part);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(from.resolve("target"))) continue;
                Path copy = home.resolve(COURSE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The student writes what the reference has. */
    static void write(Lab lab, Exercise exercise) throws IOException {
        Path file = lab.source(exercise);
        JavaSource reference =
                JavaSource.read(lab.reference().resolve(exercise.member().file()));
        JavaSource written = Exercises.withReferenceBody(JavaSource.read(file), reference, exercise);
        Files.writeString(file, written.text());
    }
}

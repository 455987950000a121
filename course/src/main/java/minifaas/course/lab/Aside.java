package minifaas.course.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import minifaas.course.source.Exercises;
import minifaas.course.source.JavaSource;
import minifaas.course.source.NoSuchMemberException;
import minifaas.course.source.Starter;
import minifaas.course.source.SyntaxException;
import minifaas.course.syllabus.Exercise;

/** Puts an exercise back to what the starter had, and the student's version aside. */
public final class Aside {
    private Aside() {}

    /**
     * Resets one exercise; the rest of the file stays as it is.
     *
     * @return where the student's version is now; nowhere when nothing was written
     * @throws IOException when the file is not Java, or it is not clear where the exercise is in it
     */
    public static Optional<Path> reset(Lab lab, Exercise exercise) throws IOException {
        Path file = lab.source(exercise);
        Path original = lab.reference().resolve(exercise.member().file());
        if (!Files.exists(file))
            throw new IOException(file + " is not there; it has the exercise " + exercise.id()
                    + ", and the version control of the course can bring it back");
        try {
            JavaSource student = JavaSource.read(file);
            JavaSource reset = Exercises.withStub(student, JavaSource.read(original), exercise);
            Optional<Path> aside = keep(lab, student, exercise);
            Files.writeString(file, reset.text());
            return aside;
        } catch (SyntaxException | NoSuchMemberException unclear) {
            throw new IOException(
                    file + ": " + unclear.getMessage() + "; mend that first, so that exercise " + exercise.id()
                            + " can be found in it",
                    unclear);
        }
    }

    private static Optional<Path> keep(Lab lab, JavaSource student, Exercise exercise) throws IOException {
        String written;
        try {
            if (!Starter.isWritten(student, exercise)) return Optional.empty();
            written = student.find(exercise.member()).textWithJavadoc();
        } catch (NoSuchMemberException none) {
            return Optional.empty();
        }
        Path aside = free(lab.folder().resolve("aside"), exercise.id());
        Files.createDirectories(aside.getParent());
        Files.writeString(aside, written + "\n");
        return Optional.of(aside);
    }

    private static Path free(Path folder, String id) {
        int number = 1;
        while (Files.exists(folder.resolve(id + "-" + number + ".java"))) number++;
        return folder.resolve(id + "-" + number + ".java");
    }
}

package minifaas.course.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.source.JavaSource;
import minifaas.course.source.Signatures;
import minifaas.course.source.SyntaxException;
import minifaas.course.syllabus.Exercise;

/** Finds what a student changed in a class that the rest of minifaas and the tests rely on. */
public final class SignatureCheck {
    private SignatureCheck() {}

    /**
     * Compares the classes of a lab with the reference's sources.
     *
     * @return what is missing or changed, with what was expected; nothing about a file that is not Java, since the
     *     compiler says that better
     */
    public static List<Problem> of(Lab lab) throws IOException {
        return of(lab, lab.sources());
    }

    /**
     * Compares other classes with the reference's sources.
     *
     * @param sources the folder that they are in, below which each has its package
     * @return as {@link #of(Lab)}
     */
    public static List<Problem> of(Lab lab, Path sources) throws IOException {
        var problems = new ArrayList<Problem>();
        for (Path file : lab.chapter().exercises().stream()
                .map(exercise -> exercise.member().file())
                .distinct()
                .toList()) {
            Path student = sources.resolve(file);
            List<Exercise> exercises = lab.chapter().exercises().stream()
                    .filter(exercise -> exercise.member().file().equals(file))
                    .toList();
            if (!Files.exists(student)) {
                problems.add(new Problem(student, 0, "is not there; it has the exercises of " + ids(exercises), ""));
                continue;
            }
            try {
                JavaSource reference = JavaSource.read(lab.reference().resolve(file));
                for (String difference : Signatures.differences(JavaSource.read(student), reference, exercises))
                    problems.add(new Problem(student, 0, difference, ""));
            } catch (SyntaxException left) { // to the compiler, which reads all files
                continue;
            }
        }
        return problems;
    }

    private static String ids(List<Exercise> exercises) {
        return String.join(", ", exercises.stream().map(Exercise::id).toList());
    }
}

package minifaas.course.mine;

import java.util.List;
import minifaas.course.syllabus.Exercise;

/**
 * A class that a lab has, and whose version of it is to run.
 *
 * @param name of the class
 * @param exercises that are written in it
 * @param reason why it stays the reference's; empty when it is the student's
 */
public record MyClass(String name, List<Exercise> exercises, String reason) {
    /** Whether the student's version is taken. */
    public boolean isTaken() {
        return reason.isEmpty();
    }

    /** The ids of its exercises. */
    public List<String> ids() {
        return exercises.stream().map(Exercise::id).toList();
    }
}

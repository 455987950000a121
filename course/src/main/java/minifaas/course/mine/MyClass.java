package minifaas.course.mine;

import java.util.List;
import java.util.stream.Collectors;
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

    /** The same class, with the exercises that keep it from being taken named when others are written. */
    MyClass naming(List<Exercise> unwritten) {
        if (unwritten.isEmpty() || unwritten.size() == exercises.size()) return this;
        String ids = unwritten.stream().map(Exercise::id).collect(Collectors.joining(", "));
        return new MyClass(name, exercises, ids + (unwritten.size() == 1 ? " is " : " are ") + reason);
    }

    /** The ids of its exercises. */
    public List<String> ids() {
        return exercises.stream().map(Exercise::id).toList();
    }
}

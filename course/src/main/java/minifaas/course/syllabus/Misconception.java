package minifaas.course.syllabus;

/**
 * A mistake that students make.
 *
 * @param name of the mistake, and of the file in {@code solutions/} that makes it
 * @param exercise the id of the exercise that it gets wrong
 */
public record Misconception(String name, String exercise) {}

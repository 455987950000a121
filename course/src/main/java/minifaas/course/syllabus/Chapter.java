package minifaas.course.syllabus;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One chapter.
 *
 * @param number its place, 0 to 18
 * @param slug its name in file names and addresses
 * @param title as the book prints it
 * @param folder name of its package below {@code minifaas}; empty for the last chapter, which has none
 * @param question that it answers; empty as long as its text is not written
 * @param sentence what it is about
 * @param minutes that a student needs; none as long as its text is not written
 * @param objectives what a student can do afterwards
 * @param exercises of its lab, in their order
 * @param misconceptions that its lab's tests reject
 */
public record Chapter(
        int number,
        String slug,
        String title,
        @JsonProperty("package") String folder,
        String question,
        String sentence,
        Minutes minutes,
        List<Objective> objectives,
        List<Exercise> exercises,
        List<Misconception> misconceptions) {
    public Chapter {
        folder = folder == null ? "" : folder;
        question = question == null ? "" : question;
        minutes = minutes == null ? new Minutes(0, 0) : minutes;
        objectives = objectives == null ? List.of() : List.copyOf(objectives);
        exercises = exercises == null ? List.of() : List.copyOf(exercises);
        misconceptions = misconceptions == null ? List.of() : List.copyOf(misconceptions);
    }

    /**
     * How long a chapter takes.
     *
     * @param reading minutes for the text
     * @param lab minutes for the lab, 0 when there is none
     */
    public record Minutes(int reading, int lab) {}

    /** Number and slug, as in {@code 07-environment}: the name of its text, its lab and its solutions. */
    public String fileName() {
        return "%02d-%s".formatted(number, slug);
    }

    /** Whether its text is written. */
    public boolean hasText() {
        return !question.isEmpty();
    }

    /** Whether there is something to write for students. */
    public boolean hasLab() {
        return !exercises.isEmpty();
    }
}

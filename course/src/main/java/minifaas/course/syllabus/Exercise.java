package minifaas.course.syllabus;

import java.util.List;

/**
 * One member of a class that students write.
 *
 * @param id chapter and number, such as 7.2
 * @param title what is written, in a few words
 * @param member the method or constructor
 * @param needs exercises without which this one cannot be tested
 */
public record Exercise(String id, String title, Member member, List<String> needs) {
    public Exercise {
        needs = needs == null ? List.of() : List.copyOf(needs);
    }

    /** The number of its chapter. */
    public int chapter() {
        return Integer.parseInt(id.substring(0, id.indexOf('.')));
    }
}

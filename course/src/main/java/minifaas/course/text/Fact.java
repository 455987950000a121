package minifaas.course.text;

import java.util.List;

/**
 * A claim that the course makes twice: in the text of each of its chapters, and where a reader can see it happen.
 *
 * @param id F and a number, such as F22
 * @param claim as a statement
 * @param chapters that say it, by number
 */
public record Fact(String id, String claim, List<Integer> chapters) {
    public Fact {
        chapters = List.copyOf(chapters);
    }
}

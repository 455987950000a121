package minifaas.course.term;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A chapter as it is given in a term.
 *
 * @param number of the chapter
 * @param released the day from which students have it
 * @param due the last day of its lab
 * @param solutions the day from which its solutions are open
 * @param points that its lab counts in the term's grade
 */
public record TermChapter(
        int number,
        Optional<LocalDate> released,
        Optional<LocalDate> due,
        Optional<LocalDate> solutions,
        Optional<Integer> points) {
    /** A chapter of which nothing has been decided. */
    static TermChapter plain(int number) {
        return new TermChapter(number, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package minifaas.course.handout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import minifaas.course.term.TermChapter;

/**
 * What students have on one day of a term.
 *
 * @param chapters that they have, in the order of the book
 * @param closed exercises whose bodies they must not see, in all chapters
 */
record Release(List<Chapter> chapters, List<Exercise> closed) {
    Release {
        chapters = List.copyOf(chapters);
        closed = List.copyOf(closed);
    }

    /**
     * Decides by the term's dates. A chapter that the term shows without a date is released; solutions without a date
     * stay closed.
     *
     * @param earlier numbers of the chapters that students have already, whatever the term says now
     */
    static Release on(LocalDate today, Syllabus syllabus, Term term, Set<Integer> earlier) {
        List<Chapter> chapters = syllabus.chapters().stream()
                .filter(Chapter::hasText)
                .filter(chapter -> earlier.contains(chapter.number()) || isReleased(term.of(chapter), today))
                .toList();
        List<Exercise> closed = syllabus.chapters().stream()
                .filter(chapter -> !areSolutionsOpen(term.of(chapter), today))
                .flatMap(chapter -> chapter.exercises().stream())
                .toList();
        return new Release(chapters, closed);
    }

    private static boolean isReleased(Optional<TermChapter> chapter, LocalDate today) {
        return chapter.isPresent()
                && chapter.get().released().map(day -> !day.isAfter(today)).orElse(true);
    }

    private static boolean areSolutionsOpen(Optional<TermChapter> chapter, LocalDate today) {
        return chapter.flatMap(TermChapter::solutions)
                .map(day -> !day.isAfter(today))
                .orElse(false);
    }

    boolean has(int number) {
        return chapters.stream().anyMatch(chapter -> chapter.number() == number);
    }

    /** The chapters with something to write. */
    List<Chapter> labs() {
        return chapters.stream().filter(Chapter::hasLab).toList();
    }
}

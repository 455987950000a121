package minifaas.course.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import minifaas.course.term.TermChapter;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Syllabus SYLLABUS =
            new Syllabus(List.of(chapter(5, "Why?"), chapter(6, "How?"), chapter(7, "When?"), chapter(8, "")));

    @Test
    void aChapterIsThereFromItsDayOn() {
        Term term = term(released(5, TODAY), released(6, TOMORROW));
        assertThat(numbers(release(term))).containsExactly(5);
        assertThat(numbers(Release.on(TOMORROW, SYLLABUS, term, Set.of()))).containsExactly(5, 6);
    }

    @Test
    void aChapterWithoutADayIsThereAndOneThatTheTermLeavesOutIsNot() {
        assertThat(numbers(release(term(
                        new TermChapter(6, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))))
                .containsExactly(6);
    }

    @Test
    void aChapterThatIsNotWrittenIsNotThere() {
        assertThat(numbers(release(term(released(8, TODAY))))).isEmpty();
    }

    @Test
    void whatStudentsHaveTheyKeep() {
        assertThat(numbers(Release.on(TODAY, SYLLABUS, term(released(6, TODAY)), Set.of(5))))
                .containsExactly(5, 6);
    }

    @Test
    void solutionsOpenOnTheirDay() {
        Term term = term(solved(5, TODAY), solved(6, TOMORROW));
        assertThat(closed(release(term))).containsExactly("6.1", "7.1", "8.1");
        assertThat(closed(Release.on(TOMORROW, SYLLABUS, term, Set.of()))).containsExactly("7.1", "8.1");
    }

    @Test
    void solutionsWithoutADayStayClosed() {
        assertThat(closed(release(term(released(5, TODAY))))).contains("5.1");
    }

    private static Release release(Term term) {
        return Release.on(TODAY, SYLLABUS, term, Set.of());
    }

    private static List<Integer> numbers(Release release) {
        return release.chapters().stream().map(Chapter::number).toList();
    }

    private static List<String> closed(Release release) {
        return release.closed().stream().map(Exercise::id).toList();
    }

    private static Term term(TermChapter... chapters) {
        return new Term("Cloud", "", List.of(chapters));
    }

    private static TermChapter released(int number, LocalDate day) {
        return new TermChapter(number, Optional.of(day), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static TermChapter solved(int number, LocalDate day) {
        return new TermChapter(number, Optional.empty(), Optional.empty(), Optional.of(day), Optional.empty());
    }

    private static Chapter chapter(int number, String question) {
        var exercise = new Exercise(number + ".1", "Take", Member.of("a.b.Pool#take"), List.of());
        return new Chapter(
                number, "pool", "A pool", "pool", question, "It keeps.", null, List.of(), List.of(exercise), List.of());
    }
}

package minifaas.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Objective;
import minifaas.course.term.Term;
import minifaas.course.term.TermChapter;
import org.jsoup.nodes.Element;

/** What stands around a chapter's text: its question, objectives and dates before it, the exercises after it. */
final class ChapterFrame {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Term term;

    ChapterFrame(Term term) {
        this.term = term;
    }

    void appendQuestion(Element parent, Chapter chapter) {
        parent.appendElement("p").addClass("question").text(chapter.question());
    }

    /** The time it takes, this term's dates and points, and the objectives. */
    void appendAims(Element parent, Chapter chapter) {
        parent.appendElement("p").addClass("minutes").text(minutes(chapter));
        List<String> dates = dates(chapter);
        if (!dates.isEmpty()) parent.appendElement("p").addClass("dates").text(String.join("; ", dates));
        Element list = parent.appendElement("ul").addClass("objectives");
        for (Objective objective : chapter.objectives())
            list.appendElement("li").text(objective.text());
    }

    private static String minutes(Chapter chapter) {
        String reading = chapter.minutes().reading() + " minutes to read";
        return chapter.hasLab() ? reading + ", " + chapter.minutes().lab() + " for the lab" : reading;
    }

    private List<String> dates(Chapter chapter) {
        var dates = new ArrayList<String>();
        TermChapter decided = term.of(chapter).orElseThrow();
        decided.released().ifPresent(day -> dates.add("from " + format(day)));
        decided.due().ifPresent(day -> dates.add("lab due " + format(day)));
        decided.solutions().ifPresent(day -> dates.add("solutions from " + format(day)));
        decided.points().ifPresent(points -> dates.add(points == 1 ? "1 point" : points + " points"));
        return dates;
    }

    private static String format(LocalDate day) {
        return DATE.format(day);
    }

    void appendExercises(Element main, Chapter chapter) {
        Element section = main.appendElement("section").attr("id", "exercises");
        section.appendElement("h2").text("Exercises of lab " + chapter.number());
        Element list = section.appendElement("dl");
        for (Exercise exercise : chapter.exercises()) {
            list.appendElement("dt").text(exercise.id() + " " + exercise.title());
            Element what = list.appendElement("dd");
            what.appendElement("code").text(exercise.member().toString());
            if (!exercise.needs().isEmpty()) what.appendText(", which needs " + String.join(" and ", exercise.needs()));
        }
    }
}

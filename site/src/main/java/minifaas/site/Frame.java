package minifaas.site;

import java.util.List;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Objective;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** What stands around the texts: head, contents, objectives, exercises, ways to go on. */
final class Frame {
    static final String INDEX = "index.html";
    static final String STYLE = "style.css";

    private static final String COURSE = "From Servers to Serverless";

    private final List<Chapter> chapters;
    private final List<Chapter> written;

    /**
     * @param chapters of the course
     * @param written those that have a page
     */
    Frame(List<Chapter> chapters, List<Chapter> written) {
        this.chapters = chapters;
        this.written = written;
    }

    /** The file of a chapter's page. */
    static String fileName(Chapter chapter) {
        return chapter.fileName() + ".html";
    }

    /** The page of contents. */
    String contents() {
        Document page = page(COURSE);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(COURSE);
        Element list = main.appendElement("ol").addClass("contents").attr("start", "0");
        for (Chapter chapter : chapters) {
            Element entry = list.appendElement("li");
            Element title = entry.appendElement("h2");
            if (written.contains(chapter))
                title.appendElement("a").attr("href", fileName(chapter)).text(chapter.title());
            else title.addClass("coming").text(chapter.title() + " (to come)");
            entry.appendElement("p").text(chapter.sentence());
            if (!written.contains(chapter)) continue;
            entry.appendElement("p").addClass("question").text(chapter.question());
            entry.appendElement("p").addClass("minutes").text(minutes(chapter));
            appendObjectives(entry, chapter);
        }
        return page.outerHtml();
    }

    /**
     * The page of a chapter.
     *
     * @param body its text in HTML
     */
    String chapter(Chapter chapter, String body) {
        Document page = page(chapter.title() + " · " + COURSE);
        page.outputSettings().prettyPrint(false); // the white space of listings is theirs
        page.body()
                .appendElement("header")
                .appendElement("a")
                .attr("href", INDEX)
                .text(COURSE);
        Element main = page.body().appendElement("main");
        main.appendElement("p").addClass("number").text("Chapter " + chapter.number());
        main.appendElement("h1").text(chapter.title());
        main.appendElement("p").addClass("question").text(chapter.question());
        Element aims = main.appendElement("aside").addClass("aims");
        aims.appendElement("p").addClass("minutes").text(minutes(chapter));
        appendObjectives(aims, chapter);
        main.appendElement("article").html(body);
        if (chapter.hasLab()) appendExercises(main, chapter);
        appendWays(main, chapter);
        return page.outerHtml();
    }

    private static Document page(String title) {
        Document page = Document.createShell("");
        page.prependChild(new DocumentType("html", "", ""));
        page.selectFirst("html").attr("lang", "en");
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", STYLE);
        page.title(title);
        return page;
    }

    private static String minutes(Chapter chapter) {
        String reading = chapter.minutes().reading() + " minutes to read";
        return chapter.hasLab() ? reading + ", " + chapter.minutes().lab() + " for the lab" : reading;
    }

    private static void appendObjectives(Element parent, Chapter chapter) {
        Element list = parent.appendElement("ul").addClass("objectives");
        for (Objective objective : chapter.objectives())
            list.appendElement("li").text(objective.text());
    }

    private static void appendExercises(Element main, Chapter chapter) {
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

    private void appendWays(Element main, Chapter chapter) {
        Element ways = main.appendElement("nav");
        int place = written.indexOf(chapter);
        if (place > 0) appendWay(ways, "prev", "← ", written.get(place - 1));
        ways.appendElement("a").attr("href", INDEX).text("Contents");
        if (place + 1 < written.size()) appendWay(ways, "next", "→ ", written.get(place + 1));
    }

    private static void appendWay(Element ways, String relation, String arrow, Chapter to) {
        ways.appendElement("a")
                .attr("href", fileName(to))
                .attr("rel", relation)
                .text(arrow + to.number() + " " + to.title());
    }
}

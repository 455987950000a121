package minifaas.site;

import java.util.List;
import java.util.Optional;
import minifaas.course.syllabus.Chapter;
import org.jsoup.nodes.Element;

/** The ways from a page to others: all pages at the side, the sections of this one, the pages before and after. */
final class Navigation {
    private final List<Chapter> chapters;
    private final List<Text> texts;

    /**
     * @param chapters that are shown, written or not
     * @param texts in the order of the book
     */
    Navigation(List<Chapter> chapters, List<Text> texts) {
        this.chapters = chapters;
        this.texts = texts;
    }

    /**
     * All pages.
     *
     * @param current the page that this stands on; none on the page of contents
     */
    Element side(Optional<Text> current) {
        Element side = new Element("nav").attr("id", "side").attr("aria-label", "Pages");
        Element start = side.appendElement("a").attr("href", Frame.INDEX).text("Contents");
        if (current.isEmpty()) start.attr("aria-current", "page");
        Element list = side.appendElement("ol");
        for (Chapter chapter : chapters) {
            List<Text> ofChapter = texts.stream()
                    .filter(text -> text.source().chapter().equals(Optional.of(chapter)))
                    .toList();
            if (ofChapter.stream().noneMatch(text -> text.source().isChapter()))
                appendNumbered(list.appendElement("li").addClass("coming"), chapter);
            for (Text text : ofChapter) appendLink(list, text, current);
        }
        List<Text> instructors =
                texts.stream().filter(text -> text.source().chapter().isEmpty()).toList();
        if (!instructors.isEmpty()) {
            side.appendElement("p").text("For the instructor");
            Element own = side.appendElement("ol");
            instructors.forEach(text -> appendLink(own, text, current));
        }
        return side;
    }

    private static void appendLink(Element list, Text text, Optional<Text> current) {
        Element item = list.appendElement("li");
        Element link = item.appendElement("a").attr("href", text.source().page());
        if (text.source().isChapter())
            appendNumbered(link, text.source().chapter().orElseThrow());
        else link.text(text.title());
        if (text.source().kind() == Source.Kind.WALKTHROUGH) item.addClass("walkthrough");
        if (current.equals(Optional.of(text))) link.attr("aria-current", "page");
    }

    private static void appendNumbered(Element parent, Chapter chapter) {
        parent.appendElement("span").addClass("number").text(String.valueOf(chapter.number()));
        parent.appendText(" " + chapter.title());
    }

    /** The sections of a page; nothing when it has none. */
    Optional<Element> here(Element main) {
        List<Element> headings = main.select("h2[id], section[id] > h2");
        if (headings.isEmpty()) return Optional.empty();
        Element here = new Element("nav").attr("id", "here").attr("aria-labelledby", "here-title");
        Element folded = here.appendElement("details").attr("open", "");
        folded.appendElement("summary").attr("id", "here-title").text("On this page");
        Element list = folded.appendElement("ol");
        for (Element heading : headings) {
            String id = heading.hasAttr("id") ? heading.id() : heading.parent().id();
            list.appendElement("li").appendElement("a").attr("href", "#" + id).text(heading.text());
        }
        return Optional.of(here);
    }

    /** The pages before and after a page. */
    Element ways(Text text) {
        Element ways = new Element("nav").addClass("ways").attr("aria-label", "Next and previous page");
        int place = texts.indexOf(text);
        if (place > 0) appendWay(ways, "prev", "Previous", texts.get(place - 1));
        if (place + 1 < texts.size()) appendWay(ways, "next", "Next", texts.get(place + 1));
        return ways;
    }

    private static void appendWay(Element ways, String relation, String word, Text to) {
        Element link = ways.appendElement("a").attr("href", to.source().page()).attr("rel", relation);
        link.appendElement("span").text(word);
        link.appendText(" " + to.label());
    }
}

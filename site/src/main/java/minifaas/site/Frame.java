package minifaas.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.term.Term;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** What stands around the texts: head, search, contents, ways to other pages. */
final class Frame {
    static final String INDEX = "index.html";

    private final Term term;
    private final Edition edition;
    private final List<Chapter> chapters;
    private final List<Text> texts;
    private final Navigation navigation;
    private final ChapterFrame chapterFrame;

    /**
     * @param chapters that are shown, written or not
     * @param texts that become pages, in the order of the book
     */
    Frame(Term term, Edition edition, List<Chapter> chapters, List<Text> texts) {
        this.term = term;
        this.edition = edition;
        this.chapters = chapters;
        this.texts = texts;
        this.navigation = new Navigation(chapters, texts);
        this.chapterFrame = new ChapterFrame(term);
    }

    /** The page of contents. */
    String contents() {
        Element main = main();
        main.appendElement("h1").text(term.title());
        if (!term.term().isEmpty()) main.appendElement("p").addClass("term").text(term.term());
        Element list = main.appendElement("ol").addClass("contents");
        for (Chapter chapter : chapters) appendEntry(list, chapter);
        return page(term.title(), main, Optional.empty());
    }

    private void appendEntry(Element list, Chapter chapter) {
        Optional<Text> text = texts.stream()
                .filter(each -> each.source().isChapter())
                .filter(each -> each.source().chapter().equals(Optional.of(chapter)))
                .findFirst();
        Element entry = list.appendElement("li").attr("value", String.valueOf(chapter.number()));
        Element title = entry.appendElement("h2");
        if (text.isPresent())
            title.appendElement("a").attr("href", text.get().source().page()).text(chapter.title());
        else title.addClass("coming").text(chapter.title() + " (to come)");
        entry.appendElement("p").text(chapter.sentence());
        if (text.isEmpty()) return;
        chapterFrame.appendQuestion(entry, chapter);
        chapterFrame.appendAims(entry, chapter);
    }

    /** The page of a text. */
    String page(Text text) {
        Element main = main();
        Optional<Chapter> chapter =
                text.source().chapter().filter(each -> text.source().isChapter());
        chapter.ifPresent(each -> main.appendElement("p").addClass("chapter").text("Chapter " + each.number()));
        main.appendElement("h1").text(text.title());
        chapter.ifPresent(each -> {
            chapterFrame.appendQuestion(main, each);
            chapterFrame.appendAims(main.appendElement("div").addClass("aims"), each);
        });
        main.appendElement("article").append(text.body().html());
        chapter.filter(Chapter::hasLab).ifPresent(each -> chapterFrame.appendExercises(main, each));
        main.appendChild(navigation.ways(text));
        return page(text.title() + " · " + term.title(), main, Optional.of(text));
    }

    private static Element main() {
        return new Element("main").attr("id", "content").attr("tabindex", "-1");
    }

    private String page(String title, Element main, Optional<Text> current) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false); // the white space of listings is theirs
        page.prependChild(new DocumentType("html", "", ""));
        page.selectFirst("html").attr("lang", "en");
        fillHead(page, title);
        Element body = page.body();
        body.appendElement("a").addClass("skip").attr("href", "#content").text("Skip to the text");
        body.appendChild(header());
        Element columns = body.appendElement("div").addClass("columns");
        columns.appendChild(navigation.side(current));
        if (current.isPresent()) navigation.here(main).ifPresent(columns::appendChild);
        columns.appendChild(main);
        return page.outerHtml();
    }

    private static void fillHead(Document page, String title) {
        Element head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        page.title(title);
        head.appendElement("link").attr("rel", "stylesheet").attr("href", Assets.STYLE);
        // before the page is painted, or it would flash in the other theme
        head.appendElement("script").attr("src", Assets.THEME);
        Stream.of(Assets.LUNR, SearchIndex.FILE, Assets.SEARCH, Assets.PAGE)
                .forEach(script ->
                        head.appendElement("script").attr("src", script).attr("defer", ""));
    }

    /** What only a script can do is hidden until the script is there. */
    private Element header() {
        Element header = new Element("header").addClass("top");
        button(header, "menu", "Pages").attr("aria-expanded", "false").attr("aria-controls", "side");
        header.appendElement("a").addClass("home").attr("href", INDEX).text(term.title());
        if (edition == Edition.INSTRUCTOR)
            header.appendElement("span").addClass("edition").text("Instructor's edition");
        Element search = header.appendElement("div")
                .attr("role", "search")
                .attr("id", "search-box")
                .attr("hidden", "");
        search.appendElement("label").addClass("unseen").attr("for", "search").text("Search the book");
        search.appendElement("input")
                .attr("id", "search")
                .attr("type", "search")
                .attr("placeholder", "Search")
                .attr("autocomplete", "off")
                .attr("aria-keyshortcuts", "/");
        search.appendElement("p").addClass("unseen").attr("id", "found").attr("role", "status");
        search.appendElement("ol").attr("id", "results").attr("hidden", "");
        button(header, "theme", "Dark");
        return header;
    }

    private static Element button(Element parent, String id, String text) {
        return parent.appendElement("button")
                .attr("type", "button")
                .attr("id", id)
                .attr("hidden", "")
                .text(text);
    }
}

package minifaas.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what is wrong within one page: what a reader, or a reader's software, cannot make sense of. */
final class PageCheck {
    /** Bytes of a page; without its style, scripts and drawings. */
    static final long MOST_BYTES = 300_000;

    private static final Pattern UNRESOLVED = Pattern.compile("Unresolved directive|\\binclude::");

    private final Document page;
    private final List<String> problems = new ArrayList<>();

    private PageCheck(Document page) {
        this.page = page;
    }

    /** What is wrong with a page, which the name of the page is to be put before. */
    static List<String> problems(Document page, long bytes, Edition edition) {
        var check = new PageCheck(page);
        if (UNRESOLVED.matcher(page.body().text()).find()) check.report("has an include that was not resolved");
        if (bytes > MOST_BYTES) check.report("has " + bytes + " bytes, more than " + MOST_BYTES);
        check.lookAtPictures();
        check.lookAtHeadings();
        check.lookForScripts();
        if (edition == Edition.STUDENT && !page.select(".instructor").isEmpty())
            check.report("shows students what is for the instructor: " + firstWords(page.selectFirst(".instructor")));
        return check.problems;
    }

    /** Asciidoctor calls a drawing without a text "Diagram", and gives a picture its file's name. */
    private void lookAtPictures() {
        for (Element picture : page.select("img")) {
            String text = picture.attr("alt").strip();
            if (!text.contains(" ")) report("has a picture without a text: " + picture.attr("src"));
        }
        for (Element drawing : page.select("svg:not([aria-hidden=true])")) {
            if (drawing.attr("aria-label").isBlank()
                    && drawing.select("> title").text().isBlank()) report("has a drawing without a text");
        }
    }

    private void lookAtHeadings() {
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            if (next > level + 1) report("goes from heading level " + level + " to " + next + ": " + heading.text());
            if (heading.text().isBlank()) report("has a heading without a text");
            level = next;
        }
        int titles = page.select("h1").size();
        if (titles != 1) report("has " + titles + " headings of level 1");
    }

    /** Scripts have files of their own. */
    private void lookForScripts() {
        for (Element script : page.select("script:not([src])")) report("has a script in it: " + firstWords(script));
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("on")) report("has a script in it: " + attribute.getKey());
            }
        }
    }

    private static String firstWords(Element element) {
        String text = element.text() + element.data();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private void report(String what) {
        problems.add(what);
    }
}

package minifaas.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What is done to Asciidoctor's HTML: links between texts that lie in different folders, open answers, call-outs,
 * transcripts. */
final class Finish {
    private static final String PROMPT = "$ ";

    private final Map<Path, Source> all;
    private final List<Source> shown;
    private final Edition edition;
    private final List<String> notes = new ArrayList<>();

    Finish(Sources sources, Edition edition) {
        this.all = sources.all().stream().collect(Collectors.toMap(Source::file, Function.identity()));
        this.shown = sources.shown();
        this.edition = edition;
    }

    /** Changes the body of a page in its place. */
    void apply(Source source, Element body) {
        for (Element link : body.select("a[href]")) lead(source, link);
        body.select("a.anchor")
                .forEach(anchor -> anchor.attr("aria-hidden", "true").attr("tabindex", "-1"));
        body.select("pre b.conum").forEach(Finish::uncomment);
        body.select("code[data-lang=console]").forEach(Finish::tellCommandsFromOutput);
        body.select("table.tableblock").wrap("<div class=\"wide\"></div>");
        if (edition == Edition.INSTRUCTOR) body.select("details").attr("open", "");
    }

    /** What readers of this edition do not get although a page has a link to it: a sentence for each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Rouge takes whatever has a {@code >} for a prompt, and the output of a transcript has many. */
    private static void tellCommandsFromOutput(Element transcript) {
        String[] lines = transcript.wholeText().split("\n");
        transcript.empty();
        for (int number = 0; number < lines.length; number++) {
            if (number > 0) transcript.appendText("\n");
            boolean isCommand = lines[number].startsWith(PROMPT);
            transcript.appendElement("span").addClass(isCommand ? "gp" : "go").text(isCommand ? PROMPT : lines[number]);
            if (isCommand) transcript.appendText(lines[number].substring(PROMPT.length()));
        }
    }

    /** In the source a call-out is a comment, {@code // <1>}; on the page it is a number. */
    private static void uncomment(Element callout) {
        callout.text(callout.text().replaceAll("\\D", ""));
        if (callout.previousSibling() instanceof TextNode before)
            before.text(before.getWholeText().replaceFirst("// ?$", ""));
    }

    /** Asciidoctor turns an address into one of the same folder tree as its source. */
    private void lead(Source source, Element link) {
        String[] address = link.attr("href").split("#", 2);
        if (!address[0].endsWith(".html") || address[0].contains(":")) return;
        Source target = all.get(source.file()
                .resolveSibling(address[0].replaceFirst("html$", "adoc"))
                .normalize());
        if (target == null) return;
        if (shown.contains(target)) {
            link.attr("href", address.length == 1 ? target.page() : target.page() + "#" + address[1]);
        } else {
            notes.add(
                    source.page() + ": the link to " + target.page() + " is plain text, since that page is not shown");
            link.unwrap();
        }
    }
}

package minifaas.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import minifaas.kernel.Json;
import org.jsoup.nodes.Element;

/**
 * What can be looked up: the sections of all pages, as a script. A page that was opened as a file may load a script, but
 * no JSON.
 */
final class SearchIndex {
    static final String FILE = "search-data.js";

    private final List<Entry> entries = new ArrayList<>();

    /**
     * A section.
     *
     * @param address of its page, with its anchor
     * @param page title of its page
     * @param section its heading; empty for what stands above the first
     * @param text all of it
     */
    record Entry(String address, String page, String section, String text) {}

    void add(Text page) {
        Element rest = page.body().clone();
        rest.select(".sect1").remove();
        if (rest.hasText()) entries.add(new Entry(page.source().page(), page.title(), "", rest.text()));
        for (Element section : page.body().select(".sect1")) {
            Element heading = section.selectFirst("h2");
            String address = page.source().page() + "#" + heading.id();
            String text = section.select(".sectionbody").text();
            entries.add(new Entry(address, page.title(), heading.text(), text));
        }
    }

    /** A script that sets {@code window.SEARCH}. */
    String script() throws JsonProcessingException {
        return "window.SEARCH=" + Json.mapper().writeValueAsString(entries) + ";\n";
    }
}

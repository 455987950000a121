package minifaas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A text in HTML.
 *
 * @param source that it was made from
 * @param title of the page
 * @param body what stands below the title
 */
record Text(Source source, String title, Element body) {
    /**
     * Reads what Asciidoctor has made of a text.
     *
     * @param folder where it has written to
     */
    static Text read(Source source, Path folder) throws IOException {
        Document html = Jsoup.parseBodyFragment(Files.readString(folder.resolve(source.page())));
        html.outputSettings().prettyPrint(false); // the white space of listings is theirs
        Element title = html.body().expectFirst("h1");
        title.remove();
        return new Text(source, title.text(), html.body());
    }

    /** As it is called in lists: a chapter with its number. */
    String label() {
        return source.chapter()
                .filter(chapter -> source.isChapter())
                .map(chapter -> chapter.number() + " " + title)
                .orElse(title);
    }
}

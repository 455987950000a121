package minifaas.site;

import org.jsoup.nodes.Element;

/**
 * A text in HTML.
 *
 * @param source that it was made from
 * @param title of the page
 * @param body what stands below the title
 */
record Text(Source source, String title, Element body) {
    /** As it is called in lists: a chapter with its number. */
    String label() {
        return source.chapter()
                .filter(chapter -> source.isChapter())
                .map(chapter -> chapter.number() + " " + title)
                .orElse(title);
    }
}

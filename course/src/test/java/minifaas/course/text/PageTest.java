package minifaas.course.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {
    private static final String TEXT = """
            = A page
            [[F01]]It begins.

            .a.txt
            [source,text]
            ----
            one
            ----

            [source,console,shows="F22 F24"]
            ----
            $ cat a.txt
            [[F99]] is no anchor here
            ----

            ////
            ----
            [[F98]]
            ////
            .A title
            [source,java]
            -----
            include::member:a.B#c[]
            ----
            -----
            The end.
            """;

    @Test
    void listingsHaveTheirTitleAndAttributes() {
        Page page = Page.of("a.adoc", TEXT);
        assertThat(page.listings()).extracting(Listing::language).containsExactly("text", "console", "java");
        assertThat(page.listings()).extracting(Listing::title).containsExactly("a.txt", "", "A title");
        assertThat(page.listings()).extracting(Listing::line).containsExactly(6, 11, 22);
        assertThat(page.listings().get(1).facts()).containsExactly("F22", "F24");
        assertThat(page.listings().get(2).content()).isEqualTo("include::member:a.B#c[]\n----\n");
        for (Listing listing : page.listings())
            assertThat(TEXT.substring(listing.start())).startsWith(listing.content() + "----");
    }

    @Test
    void proseIsWhatStandsInNoBlock() {
        assertThat(Page.of("a.adoc", TEXT).prose())
                .contains("[[F01]]It begins.", "The end.")
                .doesNotContain("F99", "F98", "include::");
    }

    @Test
    void onlyASourceBlockWithAOneWordTitleIsAFile() {
        assertThat(Page.of("a.adoc", TEXT).listings())
                .extracting(Listing::isFile)
                .containsExactly(true, false, false);
    }

    @Test
    void aBlockWithoutAnEndIsAMistakeOfThePage() {
        assertThatThrownBy(() -> Page.of("a.adoc", "One.\n\n----\ntwo\n")).hasMessageContaining("a.adoc:3");
    }
}

package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of a small course: one page that has one of each, one with a mistake of each kind, two to come. */
class SiteTest {
    @TempDir
    private static Path folder;

    private static Path out;
    private static List<String> problems;

    @BeforeAll
    static void theSiteIsBuilt() throws IOException {
        out = folder.resolve("site");
        problems = new Site(Path.of("src/test/resources/course"), out).build();
    }

    @Test
    void theContentsListWhatIsThereAndWhatIsToCome() throws IOException {
        Document contents = page("index.html");
        assertThat(contents.select("li h2").eachText())
                .containsExactly("A whole page", "A broken page", "A page to come (to come)", "A later page (to come)");
        assertThat(contents.select("li h2 a").eachAttr("href")).containsExactly("01-whole.html", "02-broken.html");
        assertThat(contents.body().text())
                .contains(
                        "It has one of each.",
                        "Does it all work?",
                        "5 minutes to read, 10 for the lab",
                        "Read a page.");
    }

    @Test
    void aChapterBeginsWithItsQuestionAndObjectivesAndEndsWithItsExercises() throws IOException {
        Document page = page("01-whole.html");
        assertThat(page.title()).isEqualTo("A whole page · From Servers to Serverless");
        assertThat(page.select("h1").eachText()).containsExactly("A whole page");
        assertThat(page.select(".question").text()).isEqualTo("Does it all work?");
        assertThat(page.select("aside .objectives li").eachText()).containsExactly("Read a page.");
        assertThat(page.select("#exercises dt").eachText()).containsExactly("1.1 Take one", "1.2 Take two");
        assertThat(page.select("#exercises dd").eachText())
                .containsExactly("a.b.Pool#take", "a.b.Pool#take(int), which needs 1.1");
        assertThat(page("02-broken.html").select("#exercises")).isEmpty();
    }

    @Test
    void onePageLeadsToTheNext() throws IOException {
        assertThat(page("01-whole.html").select("nav a[rel=next]").attr("href")).isEqualTo("02-broken.html");
        assertThat(page("01-whole.html").select("nav a[rel=prev]")).isEmpty();
        assertThat(page("02-broken.html").select("nav a[rel=prev]").attr("href"))
                .isEqualTo("01-whole.html");
        assertThat(page("02-broken.html").select("nav a[rel=next]")).isEmpty();
    }

    @Test
    void codeComesFromTheSourceAndIsHighlighted() throws IOException {
        List<Element> code = page("01-whole.html").select("pre.rouge code");
        assertThat(code.get(0).wholeText()).isEqualTo("int take() {\n    return 1;\n}");
        assertThat(code.get(1).wholeText()).startsWith("/** Takes one. */\nint take() {");
        assertThat(code.get(0).select("span.kt").text()).isEqualTo("int");
    }

    @Test
    void drawingsAreMadeAndAnswersFolded() throws IOException {
        Document page = page("01-whole.html");
        Path drawing = out.resolve(page.select(".imageblock img").attr("src"));
        assertThat(Files.readString(drawing)).contains("<svg", "alice", "hello");
        assertThat(page.select("details").hasAttr("open")).isFalse();
        assertThat(page.select("details summary").text()).isEqualTo("Answer");
        assertThat(page.getElementById("F01")).isNotNull();
    }

    @Test
    void aWholePageHasNoProblems() {
        assertThat(problems).noneMatch(problem -> problem.startsWith("01-whole"));
    }

    @Test
    void everyMistakeIsFound() {
        assertThat(problems)
                .anyMatch(problem -> problem.contains("missing attribute: nothing"))
                .anyMatch(problem -> problem.startsWith("02-broken.adoc:8: member:a.b.Pool#give: "))
                .contains(
                        "02-broken.html has a link to an anchor that is not there: #nowhere",
                        "02-broken.html has a link to an anchor that is not there: 01-whole.html#nowhere",
                        "02-broken.html has a link to nothing: 03-coming.html",
                        "02-broken.html has a link to nothing: images/lost.png")
                .hasSize(6);
    }

    private static Document page(String name) throws IOException {
        return Jsoup.parse(Files.readString(out.resolve(name)));
    }
}

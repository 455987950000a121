package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A site of a small course: a page that has one of each, one with a mistake of each kind, one apart, two to come. */
class SiteTest {
    private static final Path COURSE = Path.of("src/test/resources/course");

    @TempDir
    private static Path folder;

    private static PluginAsciidoctor asciidoctor;
    private static Site students;
    private static Site instructors;
    private static Site ofSomeChapters;

    @BeforeAll
    static void theSitesAreBuilt() throws IOException {
        asciidoctor = new PluginAsciidoctor(Files.createDirectory(folder.resolve("work")));
        students = built("all.yaml", Edition.STUDENT, "students");
        instructors = built("all.yaml", Edition.INSTRUCTOR, "instructors");
        ofSomeChapters = built("some.yaml", Edition.STUDENT, "some");
    }

    @AfterAll
    static void asciidoctorEnds() {
        asciidoctor.close();
    }

    private static Site built(String of, Edition edition, String out) throws IOException {
        Syllabus syllabus = Syllabus.read(COURSE);
        Term term = Term.read(COURSE.resolve(of), syllabus);
        Path home = COURSE.toAbsolutePath();
        Path pages = asciidoctor.pages(home, Sources.of(home, syllabus, term, edition), edition);
        var site = new Site(COURSE, term, edition, folder.resolve(out));
        site.build(pages);
        return site;
    }

    @Test
    void theContentsListWhatIsThereAndWhatIsToCome() throws IOException {
        Document contents = page("students", "index.html");
        assertThat(contents.select("main li h2").eachText())
                .containsExactly(
                        "A whole page",
                        "A broken page",
                        "A page to come (to come)",
                        "A later page (to come)",
                        "A page apart");
        assertThat(contents.select("main li h2 a").eachAttr("href"))
                .containsExactly("01-whole.html", "02-broken.html", "05-apart.html");
        assertThat(contents.body().text())
                .contains(
                        "It has one of each.",
                        "Does it all work?",
                        "5 minutes to read, 10 for the lab",
                        "Read a page.");
    }

    @Test
    void aChapterBeginsWithItsQuestionAndObjectivesAndEndsWithItsExercises() throws IOException {
        Document page = page("students", "01-whole.html");
        assertThat(page.title()).isEqualTo("A whole page · From Servers to Serverless");
        assertThat(page.select("h1").eachText()).containsExactly("A whole page");
        assertThat(page.select(".question").text()).isEqualTo("Does it all work?");
        assertThat(page.select(".aims .objectives li").eachText()).containsExactly("Read a page.");
        assertThat(page.select("#exercises dt").eachText()).containsExactly("1.1 Take one", "1.2 Take two");
        assertThat(page.select("#exercises dd").eachText())
                .containsExactly("a.b.Pool#take", "a.b.Pool#take(int), which needs 1.1");
        assertThat(page("students", "02-broken.html").select("#exercises")).isEmpty();
    }

    @Test
    void onePageLeadsToTheNext() throws IOException {
        Document first = page("students", "01-whole.html");
        Document second = page("students", "02-broken.html");
        assertThat(first.select("nav a[rel=next]").attr("href")).isEqualTo("02-broken.html");
        assertThat(first.select("nav a[rel=prev]")).isEmpty();
        assertThat(second.select("nav a[rel=prev]").attr("href")).isEqualTo("01-whole.html");
        assertThat(second.select("nav a[rel=next]").attr("href")).isEqualTo("05-apart.html");
    }

    @Test
    void everyPageLeadsToAllOthersAndToItsOwnSections() throws IOException {
        Document page = page("students", "01-whole.html");
        assertThat(page.select("#side a").eachAttr("href"))
                .containsExactly("index.html", "01-whole.html", "02-broken.html", "05-apart.html");
        assertThat(page.select("#side .coming").eachText()).containsExactly("3 A page to come", "4 A later page");
        assertThat(page.select("#side [aria-current=page]").text()).isEqualTo("1 A whole page");
        assertThat(page.select("#here a").eachAttr("href")).containsExactly("#code", "#exercises");
        assertThat(page.body().child(0).attr("href")).isEqualTo("#content");
    }

    @Test
    void codeComesFromTheSourceAndIsHighlighted() throws IOException {
        Document page = page("students", "01-whole.html");
        List<Element> code = page.select("pre.rouge code");
        assertThat(code.get(0).wholeText()).isEqualTo("int take() {\n    return 1; 1\n}");
        assertThat(code.get(1).wholeText()).startsWith("/** Takes one. */\nint take() {");
        assertThat(code.get(0).select("span.kt").text()).isEqualTo("int");
        assertThat(page.select(".colist li").eachText()).containsExactly("Always the same one.");
    }

    @Test
    void theCommandsOfATranscriptAreToldFromTheirOutput() throws IOException {
        Element transcript = page("students", "01-whole.html").selectFirst("code[data-lang=console]");
        assertThat(transcript.wholeText()).isEqualTo("$ faas take\n1 <ms> ms\n$ faas take | wc -l\n1");
        assertThat(transcript.select(".go").eachText()).containsExactly("1 <ms> ms", "1");
    }

    @Test
    void drawingsAreMadeFromTheirText() throws IOException {
        Document page = page("students", "01-whole.html");
        Element picture = page.selectFirst(".imageblock img");
        assertThat(picture.attr("alt")).isEqualTo("Alice says hello to Bob");
        assertThat(Files.readString(folder.resolve("students").resolve(picture.attr("src"))))
                .contains("<svg", "alice", "hello");
        assertThat(page.getElementById("F01")).isNotNull();
        assertThat(page.select(".admonitionblock .icon").text()).isEqualTo("Note");
    }

    @Test
    void answersAreFoldedForStudentsAndOpenForTheInstructor() throws IOException {
        assertThat(page("students", "01-whole.html")
                        .select("details:has(.content)")
                        .hasAttr("open"))
                .isFalse();
        assertThat(page("instructors", "01-whole.html")
                        .select("details:has(.content)")
                        .hasAttr("open"))
                .isTrue();
    }

    @Test
    void theInstructorHasNotesWalkthroughsAndPagesOfTheirOwn() throws IOException {
        Document page = page("instructors", "01-whole.html");
        assertThat(page.select("#side a").eachAttr("href"))
                .containsExactly(
                        "index.html",
                        "01-whole.html",
                        "01-whole-walkthrough.html",
                        "02-broken.html",
                        "05-apart.html",
                        "instructor-plan.html");
        assertThat(page.select(".instructor a[href=01-whole-walkthrough.html]").text())
                .isEqualTo("the walkthrough");
        assertThat(page("instructors", "01-whole-walkthrough.html")
                        .select("article a[href=01-whole.html]")
                        .text())
                .isEqualTo("chapter 1");
        assertThat(page("instructors", "instructor-plan.html")
                        .select("article a[href=01-whole.html#code]")
                        .text())
                .isEqualTo("the first chapter");
    }

    @Test
    void nothingOfTheInstructorsIsInTheStudentsFolder() throws IOException {
        assertThat(everything("instructors")).contains("hippopotamus", "rhinoceros", "crocodile");
        assertThat(everything("students")).doesNotContain("hippopotamus", "rhinoceros", "crocodile", "alkthrough");
        try (Stream<Path> files = Files.list(folder.resolve("students"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("instructor") || name.contains("walkthrough"));
        }
    }

    @Test
    void sectionsCanBeLookedUp() throws IOException {
        assertThat(Files.readString(folder.resolve("students/" + SearchIndex.FILE)))
                .startsWith("window.SEARCH=[{")
                .contains("\"address\":\"01-whole.html#code\",\"page\":\"A whole page\",\"section\":\"Code\"")
                .contains("Always the same one.", "zebra");
    }

    @Test
    void aTermSaysWhatIsShownAndWhen() throws IOException {
        Document contents = page("some", "index.html");
        assertThat(contents.select("h1").text()).isEqualTo("Cloud");
        assertThat(contents.select(".term").text()).isEqualTo("Autumn 2026");
        assertThat(contents.select("main li h2").eachText()).containsExactly("A whole page", "A later page (to come)");
        assertThat(page("some", "01-whole.html").select(".aims .dates").text())
                .isEqualTo("from 5 October 2026; lab due 19 October 2026; solutions from 26 October 2026; 10 points");
        assertThat(page("students", "01-whole.html").select(".dates")).isEmpty();
    }

    @Test
    void whatIsNotShownIsNowhereAndLinksToItAreText() throws IOException {
        assertThat(folder.resolve("some/05-apart.html")).doesNotExist();
        assertThat(everything("some")).doesNotContain("zebra", "05-apart");
        assertThat(page("some", "01-whole.html").select("article p").first().html())
                .isEqualTo("<a id=\"F01\"></a>It says something, as the next page and another do.");
        assertThat(ofSomeChapters.problems()).isEmpty();
        assertThat(ofSomeChapters.notes())
                .containsExactly(
                        "01-whole.html: the link to 02-broken.html is plain text, since that page is not shown",
                        "01-whole.html: the link to 05-apart.html is plain text, since that page is not shown");
    }

    @ParameterizedTest
    @EnumSource
    void aWholePageHasNoProblems(Edition edition) {
        Site site = edition == Edition.STUDENT ? students : instructors;
        assertThat(site.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("02-broken.html"));
    }

    @Test
    void everyMistakeIsFound() {
        assertThat(asciidoctor.problems().stream().distinct())
                .anyMatch(problem -> problem.contains("missing attribute: nothing"))
                .anyMatch(problem -> problem.startsWith("02-broken.adoc:8: member:a.b.Pool#give: "))
                .hasSize(2);
        assertThat(students.problems())
                .containsExactly(
                        "02-broken.html has a link to an anchor that is not there: #nowhere",
                        "02-broken.html has a link to an anchor that is not there: 01-whole.html#nowhere",
                        "02-broken.html has a link to nothing: 03-coming.html",
                        "02-broken.html has a link to nothing: images/lost.png",
                        "02-broken.html has a picture without a text: images/lost.png");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("mine")).resolve("precious.txt");
        Files.writeString(precious, "kept");
        assertThatThrownBy(() -> built("all.yaml", Edition.STUDENT, "mine"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no site of this course");
        assertThat(precious).hasContent("kept");
    }

    private static Document page(String site, String name) throws IOException {
        return Jsoup.parse(Files.readString(folder.resolve(site).resolve(name)));
    }

    /** All that a reader can find in a site: its pages and what can be looked up. */
    private static String everything(String site) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(site))) {
            var all = new StringBuilder();
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".html") || name.equals(SearchIndex.FILE)) all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}

package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteCheckTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#here'>a</a>",
                "<a href='b.html'>b</a>",
                "<a href='b.html#there'>b</a>",
                "<a href='https://example.org/x#y'>elsewhere</a>",
                "<a href='mailto:a@example.org'>a letter</a>",
                "<img src='images/a.png' alt='a picture'><img src='data:image/gif;base64,R0lGODlh' alt='a dot'>",
                "<svg aria-label='a drawing'></svg><svg><title>a drawing</title></svg><svg aria-hidden='true'></svg>",
                "<h2>next</h2><h3>below</h3><h3>again</h3><h2>and back</h2>",
                "<link rel='stylesheet' href='s.css'>"
            })
    void whatLeadsSomewhereIsFine(String html) throws IOException {
        assertThat(problems(html)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#nowhere'>a</a>",
                "<a href='c.html'>c</a>",
                "<a href='b.html#here'>b</a>",
                "<a href='images'>a folder</a>",
                "<img src='images/b.png' alt='a picture'>",
                "<img src='images/a.png'>",
                "<img src='images/a.png' alt=''>",
                "<img src='images/a.png' alt='Diagram'>",
                "<svg></svg>",
                "<h3>too deep</h3>",
                "<h1>a second title</h1>",
                "<h2> </h2>",
                "<script>alert(1)</script>",
                "<p onclick='alert(1)'>p</p>",
                "<p class='instructor'>the answer</p>",
                "<link rel='stylesheet' href='t.css'>",
                "<script src='https://example.org/x.js'></script>",
                "<link rel='stylesheet' href='//example.org/x.css'>",
                "<img srcset='https://example.org/x.png 2x' alt='a picture'>",
                "<object data='https://example.org/x.svg'></object>",
                "<style>@import 'x.css';</style>",
                "<p style='background: url(https://example.org/x.png)'>p</p>",
                "<p>Unresolved directive in a.adoc</p>",
                "<pre>include::member:a.B#c[]</pre>"
            })
    void whatIsBrokenIsFound(String html) throws IOException {
        assertThat(problems(html)).singleElement().asString().startsWith("a.html ");
    }

    @Test
    void aStyleSheetThatLoadsFromElsewhereIsFound() throws IOException {
        Files.writeString(folder.resolve("t.css"), "@font-face { src: url('https://example.org/x.woff2'); }");
        assertThat(problems("")).singleElement().asString().startsWith("t.css ");
    }

    @Test
    void aDrawingThatLoadsFromElsewhereIsFound() throws IOException {
        Files.writeString(folder.resolve("d.svg"), "<svg><image xlink:href='https://example.org/x.png'/></svg>");
        assertThat(problems("")).singleElement().asString().startsWith("d.svg ");
    }

    @Test
    void aPageThatIsTooLargeIsFound() throws IOException {
        int room = (int) PageCheck.MOST_BYTES - 100;
        assertThat(problems("x".repeat(room))).isEmpty();
        assertThat(problems("x".repeat(room + 100))).singleElement().asString().startsWith("a.html has 300");
    }

    @Test
    void theInstructorMayReadWhatIsForThem() throws IOException {
        write("<p class='instructor'>the answer</p>");
        assertThat(SiteCheck.problems(folder, Edition.INSTRUCTOR)).isEmpty();
    }

    private List<String> problems(String html) throws IOException {
        write(html);
        return SiteCheck.problems(folder, Edition.STUDENT);
    }

    private void write(String html) throws IOException {
        Files.writeString(folder.resolve("a.html"), "<!doctype html><h1>a</h1><p id='here'>here</p>" + html);
        Files.writeString(folder.resolve("b.html"), "<!doctype html><h1>b</h1><p><a id='there'></a>there</p>");
        Files.writeString(folder.resolve("s.css"), "p { color: inherit; }");
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("images/a.png"), "");
    }
}

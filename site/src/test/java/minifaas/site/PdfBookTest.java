package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@Tag("once")
class PdfBookTest {
    private static final Path COURSE = Path.of("src/test/resources/course");

    @TempDir
    private Path folder;

    @Test
    void theWholeIsOneFileWithTheChaptersNumbered() throws IOException {
        Term term = Term.read(COURSE.resolve("some.yaml"), Syllabus.read(COURSE));
        Path pdf = folder.resolve("book.pdf");
        try (var converter = new Converter(COURSE.toAbsolutePath(), folder.resolve("drawings"))) {
            new PdfBook(COURSE, term, Edition.STUDENT).print(converter, pdf);
            assertThat(converter.problems()).isEmpty();
        }
        String content = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        assertThat(content).startsWith("%PDF-").contains("/Type /Page\n");
        assertThat(content).contains(outline("1 A whole page")).doesNotContain(outline("For the instructor"));
    }

    /** A PDF's table of contents has its titles in UTF-16, in hexadecimal digits. */
    private static String outline(String title) {
        var hexadecimal = new StringBuilder("<feff");
        for (char each : title.toCharArray()) hexadecimal.append("%04x".formatted((int) each));
        return hexadecimal.append('>').toString();
    }
}

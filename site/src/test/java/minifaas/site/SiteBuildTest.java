package minifaas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small course through Maven, as {@code faas site} builds it. */
@Tag("long")
@Tag("once")
class SiteBuildTest {
    private static final Path SAMPLE = Path.of("src/test/resources/course");
    private static final String MEMBER = "include::member:a.b.Pool#give[]";
    private static final String ATTRIBUTE = "{nothing} ";
    private static final int LONGEST_SECONDS = 300;

    @TempDir
    private Path folder;

    private Path course;
    private Path site;
    private Path broken;

    private record Built(int exit, String said) {}

    @BeforeEach
    void aCopyOfTheCourse() throws IOException {
        course = folder.resolve("course");
        site = folder.resolve("site");
        broken = course.resolve("chapters/02-broken.adoc");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = course.resolve(SAMPLE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void bothEditionsAreMadeWithABookOfEach() throws Exception {
        Built built = build("all", "some.yaml", "-Ppdf");
        assertThat(built.exit()).as(built.said()).isZero();
        Path instructors = folder.resolve("site-instructor");
        assertThat(site.resolve("01-whole.html"))
                .content()
                .contains("<h1>A whole page</h1>", "<title>A whole page · Cloud</title>", "images/");
        assertThat(instructors.resolve("01-whole-walkthrough.html")).exists();
        assertThat(site.resolve("01-whole-walkthrough.html")).doesNotExist();
        String students = book("site.pdf");
        assertThat(students).contains(outline("1 A whole page")).doesNotContain(outline("For the instructor"));
        assertThat(book("site-instructor.pdf")).contains(outline("1 A whole page"), outline("For the instructor"));
    }

    @Test
    void everyKindOfMistakeFailsTheBuildAndIsNamed() throws Exception {
        Built withoutMember = build("student", "all.yaml");
        assertThat(withoutMember.exit()).isEqualTo(1);
        assertThat(withoutMember.said()).contains("site: 02-broken.adoc:8: member:a.b.Pool#give: ");

        mend(MEMBER, "");
        Built withoutAttribute = build("student", "all.yaml");
        assertThat(withoutAttribute.exit()).isEqualTo(1);
        assertThat(withoutAttribute.said()).contains("skipping reference to missing attribute: nothing");

        mend(ATTRIBUTE, "");
        Built withBrokenLinks = build("student", "all.yaml");
        assertThat(withBrokenLinks.exit()).isEqualTo(1);
        assertThat(withBrokenLinks.said())
                .contains("site: 02-broken.html has a link to an anchor that is not there: #nowhere");
    }

    private void mend(String mistake, String instead) throws IOException {
        Files.writeString(broken, Files.readString(broken).replace(mistake, instead));
    }

    private Built build(String edition, String term, String... more) throws Exception {
        var command = new ArrayList<>(List.of(
                "mvn",
                "-q",
                "-B",
                "-pl",
                "site",
                "-am",
                "-Dmaven.test.skip=true",
                "-Dsite.home=" + course,
                "-Dsite.course=" + course.resolve(term),
                "-Dsite.edition=" + edition,
                "-Dsite.out=" + site,
                "-Dsite.work=" + folder.resolve("work")));
        command.addAll(List.of(more));
        command.add("process-test-sources");
        Path said = folder.resolve("said.txt");
        var builder = new ProcessBuilder(command)
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        try {
            assertThat(maven.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            maven.destroy();
        }
        return new Built(maven.exitValue(), Files.readString(said));
    }

    private String book(String name) throws IOException {
        String content = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
        assertThat(content).startsWith("%PDF-").contains("/Type /Page\n");
        return content;
    }

    /** A PDF's table of contents has its titles in UTF-16, in hexadecimal digits. */
    private static String outline(String title) {
        var hexadecimal = new StringBuilder("<feff");
        for (char each : title.toCharArray()) hexadecimal.append("%04x".formatted((int) each));
        return hexadecimal.append('>').toString();
    }
}

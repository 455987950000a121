package minifaas.course.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberIncludesTest {
    @TempDir
    private Path home;

    private MemberIncludes includes;

    @BeforeEach
    void aClassInTheProgram() throws IOException {
        Path file = home.resolve("minifaas/src/main/java/a/b/Pool.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package a.b;

                class Pool {
                    /** Takes one. */
                    int take() {
                        return 1;
                    }
                }
                """);
        includes = new MemberIncludes(home);
    }

    @Test
    void aMemberComesAtTheLeftMarginAndWithoutItsJavadoc() throws IOException {
        assertThat(includes.text("p:1", "member:a.b.Pool#take", "").strip())
                .isEqualTo("int take() {\n    return 1;\n}");
    }

    @Test
    void theJavadocComesOnDemand() throws IOException {
        assertThat(includes.text("p:1", "member:a.b.Pool#take", "javadoc")).startsWith("/** Takes one. */\nint take");
    }

    @Test
    void linesGetCallOutsByWhatTheySay() throws IOException {
        assertThat(includes.text("p:1", "member:a.b.Pool#take", "callouts=\"return 1; | int take\"")
                        .strip())
                .isEqualTo("int take() { // <2>\n    return 1; // <1>\n}");
        assertThat(includes.text("p:1", "member:a.b.Pool#take", "javadoc,callouts=\"Takes\""))
                .startsWith("/** Takes one. */ // <1>\nint take");
    }

    @Test
    void aCallOutThatIsOnNoLineOrOnSeveralIsNamed() {
        String take = "member:a.b.Pool#take";
        assertThatThrownBy(() -> includes.text("p:7", take, "callouts=\"return 2\""))
                .hasMessageContainingAll("p:7", "'return 2' is on 0 lines");
        assertThatThrownBy(() -> includes.text("p:7", take, "callouts=\"t\""))
                .hasMessageContainingAll("p:7", "'t' is on 2 lines");
    }

    @Test
    void whatIsNotThereIsNamedWithItsPage() {
        String take = "member:a.b.Pool#take";
        assertThatThrownBy(() -> includes.text("p.adoc:7", take + "n", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("p.adoc:7", "a.b.Pool#taken", "take");
        assertThatThrownBy(() -> includes.text("p:7", "member:a.b.Pond", ""))
                .hasMessageContainingAll("p:7", "Pond.java");
        assertThatThrownBy(() -> includes.text("p:7", "member:pool", "")).hasMessageContainingAll("p:7", "'pool'");
        assertThatThrownBy(() -> includes.text("p:7", take, "lines=1")).hasMessageContainingAll("p:7", "[lines=1]");
    }

    @Test
    void thePagesIncludesAreFoundWithTheirLines() throws IOException {
        Page page = Page.of("p.adoc", """
                [source,java]
                ----
                include::member:a.b.Pool#take[]
                include::member:a.b.Pool#give[]
                ----
                """);
        assertThat(includes.problems(page)).singleElement().asString().contains("p.adoc:4", "a.b.Pool#give");
    }

    /** The texts, and the walkthroughs of the labs. */
    @Test
    void everyIncludeOfTheCourseLeadsToAMember() throws IOException {
        var real = new MemberIncludes(CoursePages.HOME);
        var problems = new ArrayList<String>();
        for (Path file : CoursePages.all()) problems.addAll(real.problems(Page.read(file)));
        for (Path file : CoursePages.walkthroughs()) problems.addAll(real.problems(Page.read(file)));
        assertThat(problems).isEmpty();
    }
}

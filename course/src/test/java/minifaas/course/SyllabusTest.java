package minifaas.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyllabusTest {
    @TempDir
    private Path home;

    @Test
    void theCourseHasEighteenChaptersAndAPreface() throws IOException {
        var syllabus = Syllabus.read(Path.of(".."));
        assertThat(syllabus.chapters()).hasSize(19).extracting("number").isSorted();
        assertThat(syllabus.chapter(7).orElseThrow().fileName()).isEqualTo("07-environment");
        assertThat(syllabus.exercise("7.1").map(Exercise::member))
                .contains(Member.of("minifaas.environment.Inventory#takeWarm"));
    }

    @Test
    void aFieldThatNobodyKnowsIsAMistakeOfTheFile() throws IOException {
        Files.createDirectories(home.resolve("chapters"));
        Files.writeString(home.resolve(Syllabus.FILE), """
                chapters:
                  - number: 1
                    slug: machine
                    title: One server
                    sentence: It serves.
                    minuets: {reading: 1, lab: 2}
                """);
        assertThatThrownBy(() -> Syllabus.read(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("syllabus.yaml")
                .hasMessageContaining("minuets");
    }

    @Test
    void aMemberIsNamedByItsClassAndItsName() {
        Member run = Member.of("a.b.Outer.Inner#run(String, int)");
        assertThat(run.topLevel()).isEqualTo("a.b.Outer");
        assertThat(run.nested()).isEqualTo("Inner");
        assertThat(run.name()).isEqualTo("run");
        assertThat(run.parameters()).contains("String,int");
        assertThat(run.file()).isEqualTo(Path.of("a/b/Outer.java"));
        assertThat(run).hasToString("a.b.Outer.Inner#run(String,int)");
        assertThat(Member.of("a.Outer#<init>").name()).isEqualTo(Member.CONSTRUCTOR);
        assertThat(Member.of("a.Outer").name()).isEmpty();
        assertThatThrownBy(() -> Member.of("Outer#run")).hasMessageContaining("Outer#run");
    }
}

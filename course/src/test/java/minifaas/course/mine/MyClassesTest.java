package minifaas.course.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import minifaas.course.lab.SampleCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyClassesTest {
    @TempDir
    private Path home;

    private SampleCourse course;

    @BeforeEach
    void aCourse() throws IOException {
        course = SampleCourse.in(home);
    }

    @Test
    void aClassIsTakenWhenAllItsExercisesAreWritten() throws Exception {
        assertThat(choose(false)).isEqualTo("not written yet");
        course.student(SampleCourse.STARTER.replace(SampleCourse.NO_SUM, SampleCourse.SUM));
        assertThat(choose(false)).isEqualTo("1.2 is not written yet");
        assertThat(home.resolve("mine/minifaas/sample/Till.class")).doesNotExist();
        course.student(SampleCourse.REFERENCE.replace("Adds up prices.", "Was: throw new NotWrittenYet(\"1.1\");"));
        assertThat(choose(false)).isEmpty();
        assertThat(home.resolve("mine/minifaas/sample/Till.class")).exists();
    }

    @Test
    void anUnwrittenOneIsTakenWhenThatIsWanted() throws Exception {
        assertThat(choose(true)).isEmpty();
    }

    @Test
    void aClassThatDoesNotFitStaysTheReferences() throws Exception {
        course.studentWithSum("return prices.total();");
        assertThat(choose(true)).startsWith("does not compile: line 9: cannot find symbol");
        course.student(SampleCourse.REFERENCE.replace("int total(", "long total("));
        assertThat(choose(true)).startsWith("Till#total: expected");
    }

    /** Why the class stays the reference's; nothing when it is the student's. */
    private String choose(boolean unwrittenToo) throws IOException {
        List<MyClass> classes =
                MyClasses.choose(List.of(course.lab()), course.jars(), home.resolve("mine"), unwrittenToo);
        assertThat(classes).hasSize(1);
        assertThat(classes.get(0).ids()).containsExactly("1.1", "1.2");
        return classes.get(0).reason();
    }
}

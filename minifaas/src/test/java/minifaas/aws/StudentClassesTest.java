package minifaas.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class StudentClassesTest {
    private static final Throwable OURS = catchIt();

    private static Throwable catchIt() {
        try {
            return new AssertionError(List.of().get(0));
        } catch (IndexOutOfBoundsException expected) {
            return expected;
        }
    }

    @Test
    void aFailureOfAStudentsClassNamesItAndItsExercises() {
        var mine = new StudentClasses("minifaas.kernel.Json=1.1;" + getClass().getName() + "=7.1, 7.4");
        assertThat(mine.errorFor(new CompletionException(OURS)).orElseThrow().getMessage())
                .startsWith("ArrayIndexOutOfBoundsException in your class minifaas.aws.StudentClassesTest"
                        + " (exercise 7.1, 7.4) at StudentClassesTest.java:")
                .endsWith("; the terminal of ./faas up --mine shows how it came there.");
    }

    @Test
    void aFailureOfMinifaasStaysItsOwn() {
        assertThat(new StudentClasses("minifaas.kernel.Json=1.1").errorFor(OURS))
                .isEmpty();
        assertThat(StudentClasses.ofThisJvm().errorFor(OURS)).isEmpty();
    }
}

package minifaas.course.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.Test;

class HintsTest {
    private static final Path HOME = Path.of("..");

    @Test
    void everyExerciseOfTheCourseHasHintsInSteps() throws IOException {
        for (Lab lab : Lab.all(HOME, Syllabus.read(HOME))) {
            Hints hints = Hints.read(lab);
            assertThat(hints.steps())
                    .as(lab.chapter().fileName())
                    .containsOnlyKeys(
                            lab.chapter().exercises().stream().map(Exercise::id).toList());
            hints.steps()
                    .forEach((exercise, steps) -> assertThat(steps)
                            .as("the hints for %s", exercise)
                            .hasSizeGreaterThan(1)
                            .doesNotHaveDuplicates()
                            .noneMatch(String::isBlank));
        }
    }
}

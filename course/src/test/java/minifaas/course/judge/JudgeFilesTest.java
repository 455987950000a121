package minifaas.course.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeFilesTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void aWorkerHasNoClassWithAnExerciseOfAnyLab() throws IOException {
        List<Exercise> exercises = Syllabus.read(HOME).labs().stream()
                .flatMap(chapter -> chapter.exercises().stream())
                .toList();
        assertThat(exercises).isNotEmpty();
        for (Path jar : new JudgeFiles(CourseJars.ofThisJvm(), Lab.of(HOME, 7), folder).ofTheWorker())
            try (var opened = new JarFile(jar.toFile())) {
                for (Exercise each : exercises)
                    assertThat(opened.getEntry(each.member().topLevel().replace('.', '/') + ".class"))
                            .as("%s in %s", each.member(), jar)
                            .isNull();
                assertThat(opened.getEntry("org/junit/jupiter/api/Test.class")).isNull();
            }
    }
}

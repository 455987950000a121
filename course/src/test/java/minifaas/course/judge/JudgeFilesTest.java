package minifaas.course.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.jar.JarFile;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.SampleCourse;
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

    @Test
    void whatIsCompiledIsNeverChangedSinceAnotherRunMayUseIt() throws IOException {
        SampleCourse course = SampleCourse.in(folder);
        CourseJars jars = course.jars();
        Path first = new JudgeFiles(jars, course.lab()).compile();
        Path made = Path.of("minifaas", "sample", "SumTest.class");
        Object before = Files.readAttributes(first.resolve(made), BasicFileAttributes.class)
                .fileKey();
        assertThat(new JudgeFiles(jars, course.lab()).compile()).isEqualTo(first);
        Files.writeString(
                course.home().resolve("labs/01-sample/src/test/java/minifaas/sample/TotalTest.java"),
                "// changed\n",
                StandardOpenOption.APPEND);
        Path second = new JudgeFiles(jars, course.lab()).compile();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.resolve(made)).exists();
        assertThat(Files.readAttributes(first.resolve(made), BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(before);
    }

    @Test
    void severalRunsCanCompileTheSameAtOnce() throws Exception {
        SampleCourse course = SampleCourse.in(folder);
        CourseJars jars = course.jars();
        var pool = Executors.newFixedThreadPool(3);
        try {
            Callable<Path> run = () -> new JudgeFiles(jars, course.lab()).compile();
            for (var each : pool.invokeAll(List.of(run, run, run)))
                assertThat(each.get().resolve(Path.of("minifaas", "sample", "SumTest.class")))
                        .exists();
        } finally {
            pool.shutdownNow();
        }
    }
}

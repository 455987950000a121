package minifaas.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.JarCopy;
import minifaas.course.lab.SampleCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
    private static final String GIVEN = "minifaas/minifaas/kernel/Clock.class";
    private static final String MACHINE = "machine/minifaas/course/lab/Lab.class";

    @TempDir
    private Path folder;

    private SampleCourse course;

    @BeforeEach
    void aProgram() throws IOException {
        course = SampleCourse.in(folder.resolve("course"));
        write(GIVEN, "old");
        write(MACHINE, "old");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private String digest(Path minifaas) throws IOException {
        var jars = new CourseJars(minifaas, folder.resolve("machine"), List.of());
        return ContentDigest.ofTests(course.lab(), Map.of(), jars);
    }

    private String digest() throws IOException {
        return digest(folder.resolve("minifaas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GIVEN, MACHINE})
    void aClassOfTheProgramThatIsAnotherMakesAnotherDigest(String name) throws IOException {
        String before = digest();
        FileTime time = Files.getLastModifiedTime(folder.resolve(name));
        Files.setLastModifiedTime(write(name, "new"), time);
        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void whatIsBuiltAgainIsTheSameAsAJarOrAFolder() throws IOException {
        String before = digest();
        Files.setLastModifiedTime(write(GIVEN, "old"), FileTime.fromMillis(0));
        assertThat(digest()).isEqualTo(before);
        Path jar = folder.resolve("minifaas.jar");
        try (var copy = new JarCopy(jar, CourseJars.manifest())) {
            copy.add(folder.resolve("minifaas"), name -> true).finish();
        }
        assertThat(digest(jar)).isEqualTo(before);
    }
}

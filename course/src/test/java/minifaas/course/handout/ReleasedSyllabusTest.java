package minifaas.course.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedSyllabusTest {
    private static final Path HOME = Path.of("..");

    @Test
    void ofChaptersToComeItHasTheNamesAndOfMisconceptionsNothing(@TempDir Path folder) throws IOException {
        Syllabus whole = Syllabus.read(HOME);
        Chapter five = whole.chapter(5).orElseThrow();
        String text = ReleasedSyllabus.of(HOME, new Release(List.of(five), List.of()));
        assertThat(text).doesNotContain("misconception", "DigestInHex");

        Path file = folder.resolve(Syllabus.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Syllabus released = Syllabus.read(folder);
        assertThat(released.chapters())
                .extracting(Chapter::title)
                .containsExactlyElementsOf(
                        whole.chapters().stream().map(Chapter::title).toList());
        assertThat(released.labs()).extracting(Chapter::number).containsExactly(5);
        assertThat(released.chapter(5).orElseThrow().exercises()).isEqualTo(five.exercises());
        assertThat(released.chapter(5).orElseThrow().objectives()).isEqualTo(five.objectives());
        assertThat(released.chapter(7).orElseThrow().hasText()).isFalse();
    }
}

package minifaas.course.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SiteCommandTest {
    private static final Path TERM = Path.of("term.yaml");
    private static final Path FOLDER = Path.of("pages");

    @Test
    void eachEditionGoesToItsOwnFolder() {
        assertThat(SiteCommand.options(TERM, SiteCommand.Edition.STUDENT, FOLDER, false))
                .containsExactly("-Dsite.course=term.yaml", "-Dsite.edition=student", "-Dsite.out=pages");
        assertThat(SiteCommand.options(TERM, SiteCommand.Edition.INSTRUCTOR, FOLDER, false))
                .containsExactly("-Dsite.course=term.yaml", "-Dsite.edition=instructor", "-Dsite.instructors=pages");
    }

    @Test
    void theBookIsMadeOnDemand() {
        assertThat(SiteCommand.options(TERM, SiteCommand.Edition.STUDENT, FOLDER, true))
                .contains("-Ppdf");
    }
}

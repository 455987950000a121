package minifaas.course.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderWithSomethingElseIsRefusedAndLeftAlone() throws Exception {
        Path own = Files.writeString(temporary.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> HandoutFolder.check(temporary))
                .isInstanceOf(IOException.class)
                .hasMessage(temporary + " holds something that is no handout: name another folder");
        assertThat(temporary).isDirectoryContaining(own::equals);
        assertThatThrownBy(() -> HandoutFolder.check(own)).hasMessageContaining("no handout");
    }

    @Test
    void aChangeThatIsNotCommittedIsNamed() throws Exception {
        begin(temporary);
        assertThatThrownBy(() -> HandoutFolder.check(temporary))
                .isInstanceOf(IOException.class)
                .hasMessage(temporary + " has changes that are not committed, such as lib/: commit or undo them first");
    }

    @Test
    void whatIsNotThereIsEmptyOrHasOnlyAHistoryCanTakeAHandout() throws Exception {
        Path fresh = temporary.resolve("fresh");
        HandoutFolder.check(fresh);
        HandoutFolder.open(fresh);
        assertThat(fresh.resolve(".git")).isDirectory();
        HandoutFolder.check(fresh);
        assertThat(HandoutFolder.chapters(fresh)).isEmpty();
    }

    @Test
    void theFirstVersionOfAFileOutlivesItsChanges() throws Exception {
        Git git = begin(temporary);
        assertThat(git.commit("Begin")).isTrue();
        assertThat(git.firstVersion("lib/other.jar")).isEmpty();
        assertThat(git.commit("Nothing")).isFalse();
        Files.writeString(temporary.resolve("lib/course.jar"), "other");
        git.commit("Change");
        assertThat(git.firstVersion("lib/course.jar")).contains("jar");
    }

    @Test
    void whatAUserIgnoresEverywhereIsHandedOutAllTheSame() throws Exception {
        Git git = begin(temporary);
        git.run(
                "config",
                "core.excludesFile",
                Files.writeString(temporary.resolve("mine"), "*.jar").toString());
        git.commit("Begin");
        assertThat(git.firstVersion("lib/course.jar")).contains("jar");
    }

    @Test
    void withoutAnAuthorNothingIsBegun() throws Exception {
        Git git = begin(temporary);
        git.requireAuthor();
        git.run("config", "user.name", "");
        assertThatThrownBy(git::requireAuthor)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("git config --global user.name");
    }

    /** A handout with nothing committed. */
    private static Git begin(Path folder) throws Exception {
        Git git = HandoutFolder.open(folder).git();
        git.run("config", "user.name", "A teacher");
        git.run("config", "user.email", "teacher@localhost");
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/course.jar"), "jar");
        assertThat(HandoutFolder.isAt(folder)).isTrue();
        return git;
    }
}

package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    private Path folder;

    @Test
    void whatItsOwnerMayNeitherReadNorChangeIsDeletedToo() throws IOException {
        Path tree = folder.resolve("tree");
        for (String name : new String[] {"unchangeable", "unreadable"}) {
            Path inner = Files.createDirectories(tree.resolve(name));
            Files.createFile(inner.resolve("file"));
            inner.toFile().setWritable(false);
            if (name.equals("unreadable")) inner.toFile().setReadable(false);
        }

        FileTree.delete(tree);

        assertThat(tree).doesNotExist();
    }

    @Test
    void whereALinkLeadsNothingIsDeleted() throws IOException {
        Path kept = Files.createFile(folder.resolve("kept"));
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), folder);

        FileTree.delete(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void whatIsNotThereIsFine() throws IOException {
        FileTree.delete(folder.resolve("nothing"));
    }
}

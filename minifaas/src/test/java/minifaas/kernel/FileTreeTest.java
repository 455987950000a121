package minifaas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
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
    void aFolderThatIsEmptiedStaysTheSameFolder() throws IOException {
        Path emptied = folder.resolve("emptied");
        Files.createDirectories(emptied.resolve("inner/most"));
        Files.createFile(emptied.resolve("file"));
        Object identity = identity(emptied);

        FileTree.empty(emptied);

        assertThat(emptied).isEmptyDirectory();
        assertThat(identity(emptied)).isEqualTo(identity);
    }

    /** Another one for a folder that takes the place of a deleted one, on systems that tell. */
    private static Object identity(Path folder) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
        return List.of(String.valueOf(attributes.fileKey()), attributes.creationTime());
    }

    @Test
    void whatIsNotThereIsFine() throws IOException {
        FileTree.delete(folder.resolve("nothing"));
    }
}

package minifaas.course.mine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minifaas.kernel.FileTree;

/** A folder that belongs to this process, so that several can have their platforms side by side. */
final class OwnFolder implements AutoCloseable {
    private final Path path;

    private OwnFolder(Path path) {
        this.path = path;
    }

    /** Makes an empty one, and deletes those whose processes are gone. */
    static OwnFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        try (Stream<Path> all = Files.list(parent)) {
            List<Path> abandoned = all.filter(OwnFolder::isAbandoned).toList();
            for (Path folder : abandoned) FileTree.delete(folder);
        }
        Path own = parent.resolve(Long.toString(ProcessHandle.current().pid()));
        FileTree.delete(own);
        return new OwnFolder(Files.createDirectory(own));
    }

    private static boolean isAbandoned(Path folder) {
        String pid = folder.getFileName().toString();
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(path);
    }
}

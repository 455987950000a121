package minifaas.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** A folder with all that is in it. */
public final class FileTree {
    private FileTree() {}

    /**
     * Deletes a file or a folder with all that is in it, and follows no symbolic link; what is not there is fine, and
     * so are folders whose owner took his own rights to them away.
     */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                open(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path folder, IOException failure) throws IOException {
                if (!(failure instanceof AccessDeniedException) || !open(folder)) throw failure;
                delete(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Makes a folder that holds nothing. One that is there already is never gone meanwhile, as a process needs it to be
     * that has the folder on its class path and starts at this moment.
     */
    public static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) delete(entry);
        }
    }

    /** Answers whether it can be read and changed now, and could not be before. */
    private static boolean open(Path folder) {
        File file = folder.toFile();
        boolean wasOpen = file.canRead() && file.canWrite() && file.canExecute();
        return !wasOpen && file.setReadable(true) && file.setWritable(true) && file.setExecutable(true);
    }
}

package minifaas.course.grade;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a folder. No symbolic link is followed. */
final class FolderFiles implements SubmittedFiles {
    /** They hold nothing that students write, and many files. */
    private static final Set<String> LEFT_OUT = Set.of(".git", "target");

    /** By their names: a locale may lack characters, so that a name does not lead back to its file. */
    private final Map<String, Path> files = new LinkedHashMap<>();

    FolderFiles(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isLeftOut = LEFT_OUT.contains(folder.getFileName().toString()) && !folder.equals(root);
                return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (files.size() == MOST) throw new IOException("it has more than " + MOST + " files");
                files.put(root.relativize(file).toString().replace(File.separatorChar, '/'), file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] read(String name, int limit) throws IOException {
        Path file = files.get(name);
        // also keeps from waiting for a pipe that nobody writes to
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            throw new IOException(name + " is a link or no regular file");
        try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return SubmittedFiles.limited(content, name, limit);
        }
    }

    @Override
    public void close() {}
}

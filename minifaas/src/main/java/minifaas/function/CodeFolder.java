package minifaas.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import minifaas.kernel.FileTree;

/**
 * The unpacked code, one folder for each digest, which all versions with the same archive share.
 *
 * <p>A folder is there completely or not at all: it is unpacked beside its place, and then renamed. It can always be
 * made again from the archive, so nothing here needs to survive.
 */
final class CodeFolder {
    private static final String UNFINISHED = ".unfinished-";

    private final Path root;

    CodeFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Where the code with this digest lies when it is unpacked. */
    Path path(String sha256) {
        return root.resolve(Code.fileName(sha256));
    }

    boolean has(String sha256) {
        return Files.isDirectory(path(sha256));
    }

    /** Unpacks an archive, unless that was done before. */
    synchronized void unpack(String sha256, byte[] archive) throws IOException {
        if (has(sha256)) return;
        Path unfinished = Files.createDirectories(unfinished());
        try {
            Archive.unpack(archive, unfinished);
            Files.move(unfinished, path(sha256), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failure) {
            FileTree.delete(unfinished);
            throw failure;
        }
    }

    /** Deletes what a killed process left unfinished, and all code that is not needed. */
    synchronized void sweep(Predicate<String> isNeeded) throws IOException {
        Files.createDirectories(root);
        for (Path folder : children()) {
            String name = folder.getFileName().toString();
            if (isNeeded.test(name)) continue;
            Path doomed = name.startsWith(UNFINISHED) ? folder : Files.move(folder, unfinished());
            FileTree.delete(doomed);
        }
    }

    private List<Path> children() throws IOException {
        try (var children = Files.list(root)) {
            return children.toList();
        }
    }

    private Path unfinished() {
        return root.resolve(UNFINISHED + UUID.randomUUID());
    }
}

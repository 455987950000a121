package minifaas.invocation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The files of one environment: a copy of the code of its own, so that what a function writes over its code reaches no
 * other environment, its /tmp, and what it prints.
 */
record EnvironmentFolder(Path root) {
    Path taskRoot() {
        return root.resolve("task");
    }

    Path tmp() {
        return root.resolve("tmp");
    }

    Path output() {
        return root.resolve("output.log");
    }

    /** Makes the folder, with a copy of the unpacked code. */
    void create(Path code) throws IOException {
        Files.createDirectories(tmp());
        Files.createFile(output());
        Files.walkFileTree(code, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(copyOf(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copyOf(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }

            private Path copyOf(Path original) {
                return taskRoot().resolve(code.relativize(original).toString());
            }
        });
    }
}

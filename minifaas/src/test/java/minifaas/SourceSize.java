package minifaas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How long source files are. */
final class SourceSize {
    private SourceSize() {}

    static List<Path> filesOver(int lines, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(SourceSize::isJava)
                    .filter(file -> lines(file).size() > lines)
                    .toList();
        }
    }

    /** Lines that are neither blank nor only a comment. */
    static int linesOfCode(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(SourceSize::isJava)
                    .mapToInt(file -> (int)
                            lines(file).stream().filter(SourceSize::isCode).count())
                    .sum();
        }
    }

    private static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    /** The formatter starts each line of a block comment with a star. */
    private static boolean isCode(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("//") && !text.startsWith("/*") && !text.startsWith("*");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package minifaas.course.jars;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A short name for a state of files: another one when a file's size or time is another. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Of a file, or of all files of a folder; of nothing when it is not there. */
    public static String of(Path place) throws IOException {
        return of(place, List.of());
    }

    /**
     * Of a file, or of all files of a folder; of nothing when it is not there.
     *
     * @param further what the name depends on beside the files
     */
    public static String of(Path place, Collection<String> further) throws IOException {
        var state = new StringBuilder(String.join(" ", further));
        if (Files.exists(place)) {
            try (Stream<Path> tree = Files.walk(place)) {
                List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
                for (Path file : files)
                    state.append('\n').append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
        }
        return UUID.nameUUIDFromBytes(state.toString().getBytes(UTF_8))
                .toString()
                .substring(0, 8);
    }
}

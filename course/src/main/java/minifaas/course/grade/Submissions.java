package minifaas.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the submissions in a place that the instructor names. */
public final class Submissions {
    /** What the folder of one submission has: it is a clone of the course, a lab's folder, or packages. */
    private static final Set<String> PARTS = Set.of(".git", "chapters", "labs", "minifaas", "pom.xml", "src");

    /** What macOS adds to a zip. */
    private static final String MAC_REMAINS = "__MACOSX";

    private static final String ZIP = ".zip";

    private Submissions() {}

    /**
     * The submissions in a place, by their names. A file is one; so is a folder that has Java files or a part of the
     * course right in it. In any other folder each entry is one, and hidden entries are left out.
     *
     * @param results folder that results are written to, which is never one
     * @throws IOException when there is none, or when a folder may be one submission as well as many
     */
    public static List<Submission> in(Path place, Path results) throws IOException {
        if (!Files.isDirectory(place)) return List.of(only(place));
        Path ours = Files.exists(results) ? results.toRealPath() : results.toAbsolutePath();
        if (ours.equals(place.toRealPath()))
            throw new IOException("the results can't go into the folder of the submissions: " + place);
        List<Path> entries = entries(place.toRealPath()).stream()
                .filter(entry -> !entry.equals(ours))
                .toList();
        if (isOne(place, entries)) return List.of(only(place));
        if (entries.isEmpty()) throw new IOException("there is nothing to grade in " + place);
        List<String> names = entries.stream().map(Submissions::shortName).toList();
        return entries.stream()
                .map(entry -> new Submission(
                        entry,
                        Collections.frequency(names, shortName(entry)) == 1
                                ? shortName(entry)
                                : entry.getFileName().toString()))
                .toList();
    }

    /**
     * The place as one submission, whatever is in it.
     *
     * @throws IOException when there is nothing
     */
    public static Submission only(Path place) throws IOException {
        if (!Files.exists(place)) throw new IOException("there is nothing to grade: " + place + " does not exist");
        Path real = place.toRealPath();
        return new Submission(real, shortName(real));
    }

    /** A part of the course has folders beside it, Java files alone have none, and neither has zips. */
    private static boolean isOne(Path folder, List<Path> entries) throws IOException {
        List<String> names = entriesOf(folder).stream()
                .map(entry -> entry.getFileName().toString())
                .sorted()
                .toList();
        boolean hasPart = names.stream().anyMatch(PARTS::contains);
        Optional<String> sign = names.stream()
                .filter(name -> hasPart ? PARTS.contains(name) : name.endsWith(".java"))
                .findFirst();
        Optional<Path> other = entries.stream()
                .filter(entry -> isZip(entry.getFileName().toString()) || !hasPart && Files.isDirectory(entry))
                .findFirst();
        if (sign.isPresent() && other.isPresent())
            throw new IOException(folder + " may be one submission, because of " + sign.get() + ", or many, because of "
                    + other.get().getFileName() + ": give --one, or move one of the two away");
        return sign.isPresent();
    }

    private static List<Path> entries(Path folder) throws IOException {
        return entriesOf(folder).stream()
                .filter(entry -> !entry.getFileName().toString().startsWith("."))
                .filter(entry -> !entry.getFileName().toString().equals(MAC_REMAINS))
                .sorted()
                .toList();
    }

    private static List<Path> entriesOf(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** The name of a file without its ending, where it is a zip. */
    private static String shortName(Path place) {
        String name = place.getFileName().toString();
        return isZip(name) ? name.substring(0, name.length() - ZIP.length()) : name;
    }

    /** Whether a file says that it is a zip. */
    static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ZIP);
    }
}

package minifaas.course.term;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.syllabus.YamlFile;

/** The file of a term, read entry by entry, so that each mistake can be said in the words of the file. */
final class TermFile {
    private static final String CHAPTER = "chapter";
    private static final String RELEASED = "released";
    private static final String DUE = "due";
    private static final String SOLUTIONS = "solutions";
    private static final String POINTS = "points";

    private final Path file;
    private final Syllabus syllabus;

    TermFile(Path file, Syllabus syllabus) {
        this.file = file;
        this.syllabus = syllabus;
    }

    Term read() throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException("there is no file " + file);
        JsonNode root = tree();
        checkEntries(root, "the file", List.of("title", "term", "chapters"));
        String title = text(root, "title").orElseThrow(() -> wrong("has no title"));
        return new Term(title, text(root, "term").orElse(""), chapters(root.path("chapters")));
    }

    private JsonNode tree() throws IOException {
        try {
            return YamlFile.read(file, new TypeReference<>() {});
        } catch (IOException failure) {
            if (!(failure.getCause() instanceof JsonProcessingException malformed)) throw failure;
            String what = malformed.getOriginalMessage().lines().findFirst().orElse("");
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw new IOException(file + ":" + line + ": this is not YAML: " + what, failure);
        }
    }

    /** All chapters when the file names none. */
    private List<TermChapter> chapters(JsonNode entries) throws IOException {
        if (entries.isMissingNode() || entries.isNull())
            return syllabus.chapters().stream()
                    .map(chapter -> TermChapter.plain(chapter.number()))
                    .toList();
        if (!entries.isArray()) throw wrong("'chapters' is no list");
        var chapters = new TreeMap<Integer, TermChapter>();
        for (JsonNode entry : entries) {
            TermChapter chapter = chapter(entry);
            if (chapters.put(chapter.number(), chapter) != null)
                throw wrong("chapter " + chapter.number() + " is there twice");
        }
        return List.copyOf(chapters.values());
    }

    private TermChapter chapter(JsonNode entry) throws IOException {
        JsonNode number = entry.path(CHAPTER);
        if (!number.isInt()) throw wrong("an entry of 'chapters' has no number: " + entry);
        if (syllabus.chapter(number.intValue()).isEmpty())
            throw wrong("there is no chapter " + number + "; the syllabus has " + numbers());
        String place = "chapter " + number;
        checkEntries(entry, place, List.of(CHAPTER, RELEASED, DUE, SOLUTIONS, POINTS));
        var chapter = new TermChapter(
                number.intValue(),
                date(entry, place, RELEASED),
                date(entry, place, DUE),
                date(entry, place, SOLUTIONS),
                points(entry, place));
        checkOrder(chapter, place);
        return chapter;
    }

    private String numbers() {
        List<Integer> numbers =
                syllabus.chapters().stream().map(Chapter::number).toList();
        return numbers.get(0) + " to " + numbers.get(numbers.size() - 1);
    }

    private void checkEntries(JsonNode node, String place, List<String> known) throws IOException {
        if (!node.isObject()) throw wrong(place + " has no entries");
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name))
                throw wrong(place + " has an unknown entry '" + name + "'; known: " + String.join(", ", known));
        }
    }

    private Optional<String> text(JsonNode node, String name) throws IOException {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (!value.isValueNode()) throw wrong("'" + name + "' is no text");
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    private Optional<LocalDate> date(JsonNode entry, String place, String name) throws IOException {
        Optional<String> text = text(entry, name);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException malformed) {
            throw wrong(place + ": '" + name + "' is '" + text.orElse("") + "', not a date such as 2026-10-31");
        }
    }

    private Optional<Integer> points(JsonNode entry, String place) throws IOException {
        JsonNode points = entry.path(POINTS);
        if (points.isMissingNode() || points.isNull()) return Optional.empty();
        if (!points.isInt() || points.intValue() < 0)
            throw wrong(place + ": 'points' is " + points + ", not a whole number from 0");
        return Optional.of(points.intValue());
    }

    private void checkOrder(TermChapter chapter, String place) throws IOException {
        List<LocalDate> dates = Stream.of(chapter.released(), chapter.due(), chapter.solutions())
                .flatMap(Optional::stream)
                .toList();
        if (!dates.equals(dates.stream().sorted(Comparator.naturalOrder()).toList()))
            throw wrong(place + ": its dates are not in the order released, due, solutions: "
                    + dates.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
    }

    private IOException wrong(String what) {
        return new IOException(file + ": " + what);
    }
}

package minifaas.course.grade;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import minifaas.course.lab.Lab;
import minifaas.course.source.LabSources;

/**
 * Takes the classes with a lab's exercises out of a submission, and nothing else.
 *
 * <p>A class is found by its package's path, in the lab's own folder before any other, then where the path is shortest;
 * minifaas's own sources, solutions, tests and compiled classes don't count. Where no path fits, a file with the class's
 * name is taken whose text names the package. In place of a class that is missing stands the starter's.
 */
final class Intake {
    private static final int LARGEST_SOURCE_BYTES = 1 << 20;
    /** Files of a class's name that are read for their package. */
    private static final int MOST_CANDIDATES = 20;

    private static final Pattern NOT_THE_STUDENTS =
            Pattern.compile(".*/(?:minifaas/src|solutions|aside|target|test|__MACOSX)/.*");
    private static final Comparator<String> SHALLOWEST = Comparator.<String>comparingLong(
                    name -> name.chars().filter(each -> each == '/').count())
            .thenComparing(Comparator.naturalOrder());
    private static final Map<String, Charset> BYTE_ORDER_MARKS = Map.of(
            "\u00ef\u00bb\u00bf", StandardCharsets.UTF_8,
            "\u00fe\u00ff", StandardCharsets.UTF_16BE,
            "\u00ff\u00fe", StandardCharsets.UTF_16LE);

    private final Map<Path, String> starters;
    private final String labFolder;

    Intake(Lab lab) throws IOException {
        starters = new LabSources(lab.home()).starters(lab.chapter());
        labFolder = "/" + lab.chapter().fileName() + "/src/main/java/";
    }

    /**
     * Takes the classes of one submission.
     *
     * @param target where they go, under their packages; made anew
     */
    Taken take(Submission submission, Path target) throws IOException {
        Map<Path, byte[]> found;
        var notes = new ArrayList<String>();
        var misplaced = new TreeMap<Path, String>();
        try (SubmittedFiles files = SubmittedFiles.in(submission.place())) {
            found = find(files, true, notes, misplaced);
        } catch (IOException | RuntimeException unusable) { // whatever is wrong with it is the submission's own matter
            boolean saysWhat = unusable instanceof IOException
                    && !(unusable instanceof FileSystemException)
                    && unusable.getMessage() != null;
            return Taken.refused(saysWhat ? unusable.getMessage() : "it can't be read: " + unusable);
        }
        if (found.isEmpty()) return Taken.refused(whatIsMissing(misplaced.values()));

        var classes = new TreeMap<Path, byte[]>();
        starters.forEach((file, text) -> {
            classes.put(file, found.getOrDefault(file, text.getBytes(StandardCharsets.UTF_8)));
            String why = misplaced.getOrDefault(file, file.getFileName() + " is missing");
            if (!found.containsKey(file)) notes.add(why + "; the starter's is taken");
        });
        for (var each : classes.entrySet()) {
            Path file = target.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        return new Taken(ContentDigest.ofAll(classes), notes, "");
    }

    private String whatIsMissing(Collection<String> misplaced) {
        if (!misplaced.isEmpty()) return String.join("; ", misplaced);
        return "none of the lab's classes is in it: "
                + starters.keySet().stream().map(Path::getFileName).toList();
    }

    /** @param misplaced is told, for a class that is not found, which file of its name has another package */
    private Map<Path, byte[]> find(
            SubmittedFiles files, boolean isOutermost, List<String> notes, Map<Path, String> misplaced)
            throws IOException {
        var found = new LinkedHashMap<Path, byte[]>();
        for (Path file : starters.keySet()) {
            List<String> names = candidates(files, file, misplaced);
            if (names.size() > 1) notes.add(file.getFileName() + " is there more than once; graded is " + names.get(0));
            if (!names.isEmpty()) found.put(file, source(files, names.get(0)));
        }
        if (!found.isEmpty() || !isOutermost) return found;
        List<String> zips = files.names().stream().filter(Submissions::isZip).toList();
        if (zips.size() != 1) return found;
        try (var inner = new ZipFiles(files.read(zips.get(0), ZipFiles.LARGEST_BYTES))) {
            return find(inner, false, notes, misplaced);
        }
    }

    private List<String> candidates(SubmittedFiles files, Path file, Map<Path, String> misplaced) throws IOException {
        String path = "/" + file.toString().replace(file.getFileSystem().getSeparator(), "/");
        List<String> byPath = files.names().stream()
                .filter(name -> ("/" + name).endsWith(path))
                .filter(name -> !NOT_THE_STUDENTS
                        .matcher("/" + name.substring(0, name.length() - path.length() + 1))
                        .matches())
                .sorted(SHALLOWEST)
                .toList();
        // a clone of what was handed out has the class elsewhere too, for reading
        List<String> inTheLab =
                byPath.stream().filter(name -> ("/" + name).contains(labFolder)).toList();
        if (!inTheLab.isEmpty()) return inTheLab;
        return byPath.isEmpty() ? byPackage(files, file, misplaced) : byPath;
    }

    private List<String> byPackage(SubmittedFiles files, Path file, Map<Path, String> misplaced) throws IOException {
        String parent = file.getParent().toString().replace(file.getFileSystem().getSeparator(), ".");
        // possessive and within its line: the search takes no longer than the text is long, whatever is in it
        var statement = Pattern.compile("(?m)^\\h*+package\\h++" + Pattern.quote(parent) + "\\h*+;");
        List<String> namedSo = files.names().stream()
                .filter(name -> ("/" + name).endsWith("/" + file.getFileName()))
                .filter(name -> !NOT_THE_STUDENTS.matcher("/" + name).matches())
                .sorted(SHALLOWEST)
                .limit(MOST_CANDIDATES)
                .toList();
        var fitting = new ArrayList<String>();
        for (String name : namedSo) {
            var text = new String(source(files, name), StandardCharsets.UTF_8);
            if (statement.matcher(text).find()) fitting.add(name);
        }
        if (fitting.isEmpty() && !namedSo.isEmpty())
            misplaced.put(file, namedSo.get(0) + " is not in its package: expected `package " + parent + ";`");
        return fitting;
    }

    /** A source as the compiler takes it: in UTF-8, without a byte order mark. */
    private static byte[] source(SubmittedFiles files, String name) throws IOException {
        byte[] bytes = files.read(name, LARGEST_SOURCE_BYTES);
        var raw = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var mark : BYTE_ORDER_MARKS.entrySet()) {
            if (!raw.startsWith(mark.getKey())) continue;
            int length = mark.getKey().length();
            return new String(bytes, length, bytes.length - length, mark.getValue()).getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}

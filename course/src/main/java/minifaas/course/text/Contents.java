package minifaas.course.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.source.AnnotationValues;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;

/**
 * What there is of the course beside its two lists.
 *
 * @param pages the texts, by the number of their chapter
 * @param checkedExercises ids of the exercises that the graded tests name
 * @param misconceptions names of the files that hold one, by the name of their chapter's folder
 * @param testedFacts ids of the facts that tests show, as their tags say
 */
public record Contents(
        Map<Integer, Page> pages,
        Set<String> checkedExercises,
        Map<String, Set<String>> misconceptions,
        Set<String> testedFacts) {
    private static final String JAVA = ".java";

    public Contents {
        pages = Map.copyOf(pages);
        checkedExercises = Set.copyOf(checkedExercises);
        misconceptions = Map.copyOf(misconceptions);
        testedFacts = Set.copyOf(testedFacts);
    }

    /**
     * Reads texts, labs and solutions.
     *
     * @param home the folder of the course
     * @throws IOException when something cannot be read; what is not there yet is fine
     */
    public static Contents read(Path home, Syllabus syllabus) throws IOException {
        var pages = new HashMap<Integer, Page>();
        for (Chapter chapter : syllabus.chapters()) {
            Path file = home.resolve("chapters").resolve(chapter.fileName() + ".adoc");
            if (Files.exists(file)) pages.put(chapter.number(), Page.read(file));
        }
        var checked = new TreeSet<String>();
        var tags = new TreeSet<>(AnnotationValues.in(home.resolve("minifaas/src/test/java"), "Tag", "value"));
        for (Path lab : folders(home.resolve("labs"))) {
            Path tests = lab.resolve("src/test/java");
            checked.addAll(AnnotationValues.in(tests, "Checks", "exercise"));
            tags.addAll(AnnotationValues.in(tests, "Tag", "value"));
        }
        tags.removeIf(tag -> !tag.matches("F\\d+"));
        return new Contents(pages, checked, misconceptions(home.resolve("solutions")), tags);
    }

    private static Map<String, Set<String>> misconceptions(Path solutions) throws IOException {
        var misconceptions = new HashMap<String, Set<String>>();
        for (Path lab : folders(solutions)) {
            Path folder = lab.resolve("misconceptions");
            if (!Files.exists(folder)) continue;
            try (Stream<Path> files = Files.list(folder)) {
                misconceptions.put(
                        lab.getFileName().toString(),
                        files.map(file -> file.getFileName().toString())
                                .filter(name -> name.endsWith(JAVA))
                                .map(name -> name.substring(0, name.length() - JAVA.length()))
                                .collect(Collectors.toSet()));
            }
        }
        return misconceptions;
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }
}

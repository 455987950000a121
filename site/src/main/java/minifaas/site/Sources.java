package minifaas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;

/**
 * The texts of the course.
 *
 * @param all that are written, in the order of the book
 * @param shown those that this term and edition show
 */
record Sources(List<Source> all, List<Source> shown) {
    private static final String ENDING = ".adoc";

    Sources {
        all = List.copyOf(all);
        shown = List.copyOf(shown);
    }

    /**
     * Looks what is there.
     *
     * @param home the folder of the course
     */
    static Sources of(Path home, Syllabus syllabus, Term term, Edition edition) throws IOException {
        var all = new ArrayList<Source>();
        for (Chapter chapter : syllabus.chapters()) {
            String name = chapter.fileName();
            Path text = home.resolve("chapters").resolve(name + ENDING);
            Path walkthrough = home.resolve("solutions").resolve(name).resolve("walkthrough" + ENDING);
            if (chapter.hasText() && Files.exists(text))
                all.add(new Source(Source.Kind.CHAPTER, text, name + ".html", Optional.of(chapter)));
            if (Files.exists(walkthrough))
                all.add(new Source(
                        Source.Kind.WALKTHROUGH, walkthrough, name + "-walkthrough.html", Optional.of(chapter)));
        }
        for (Path page : instructors(home.resolve("chapters").resolve("instructor"))) {
            String name = page.getFileName().toString().replace(ENDING, "");
            all.add(new Source(Source.Kind.FOR_THE_INSTRUCTOR, page, "instructor-" + name + ".html", Optional.empty()));
        }
        List<Source> shown = all.stream()
                .filter(source -> source.isFor(edition))
                .filter(source -> source.chapter().map(term::shows).orElse(true))
                .toList();
        return new Sources(all, shown);
    }

    private static List<Path> instructors(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}

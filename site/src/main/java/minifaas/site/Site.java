package minifaas.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import minifaas.kernel.FileTree;

/** The course's site: a page of contents and a page for each chapter that is written, as files that need no server. */
public final class Site {
    private final Path home;
    private final Path out;

    /**
     * @param home the folder of the course
     * @param out the folder of the site, which is emptied first
     */
    Site(Path home, Path out) {
        this.home = home.toAbsolutePath().normalize();
        this.out = out.toAbsolutePath().normalize();
    }

    /**
     * Builds the site. Ends with exit code 1 when a page has a mistake, and names each.
     *
     * @param arguments the folder of the course, and the folder for the site
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("site: wants two folders, the course's and the site's");
            System.exit(2);
        }
        List<String> problems = new Site(Path.of(arguments[0]), Path.of(arguments[1])).build();
        problems.forEach(problem -> System.err.println("site: " + problem));
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** Builds the site and gives what is wrong with it, a sentence each: warnings of the conversion, broken links. */
    List<String> build() throws IOException {
        List<Chapter> chapters = Syllabus.read(home).chapters();
        List<Chapter> written = chapters.stream()
                .filter(chapter -> chapter.hasText() && Files.exists(text(chapter)))
                .toList();
        FileTree.delete(out);
        Files.createDirectories(out);
        var frame = new Frame(chapters, written);
        Files.writeString(out.resolve(Frame.INDEX), frame.contents());
        copyStyle();

        var problems = new ArrayList<String>();
        try (var converter = new Converter(home, out, out.resolveSibling("drawings"))) {
            for (Chapter chapter : written) {
                String page = frame.chapter(chapter, converter.convert(text(chapter)));
                Files.writeString(out.resolve(Frame.fileName(chapter)), page);
            }
            problems.addAll(converter.problems());
        }
        problems.addAll(SiteCheck.problems(out));
        return problems;
    }

    private Path text(Chapter chapter) {
        return home.resolve("chapters").resolve(chapter.fileName() + ".adoc");
    }

    private void copyStyle() throws IOException {
        try (InputStream style = Site.class.getResourceAsStream(Frame.STYLE)) {
            if (style == null) throw new FileNotFoundException(Frame.STYLE + " is not in the program");
            Files.copy(style, out.resolve(Frame.STYLE));
        }
    }
}

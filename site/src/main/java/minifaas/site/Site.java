package minifaas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import minifaas.kernel.FileTree;

/** One edition of the course's site: a page of contents and a page for each text, as files that need no server. */
final class Site {
    private final Path home;
    private final Term term;
    private final Edition edition;
    private final Path out;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param home the folder of the course
     * @param out the folder of the site, which is emptied first
     */
    Site(Path home, Term term, Edition edition, Path out) {
        this.home = home.toAbsolutePath().normalize();
        this.term = term;
        this.edition = edition;
        this.out = out.toAbsolutePath().normalize();
    }

    /**
     * Builds the site.
     *
     * @param made the folder of what Asciidoctor has made of the texts
     * @throws IOException when the folder for it holds something else, or a file cannot be read or written
     */
    void build(Path made) throws IOException {
        empty();
        Syllabus syllabus = Syllabus.read(home);
        Sources sources = Sources.of(home, syllabus, term, edition);
        var finish = new Finish(sources, edition);
        var texts = new ArrayList<Text>();
        for (Source source : sources.shown()) {
            Text text = Text.read(source, made);
            finish.apply(source, text.body());
            texts.add(text);
        }
        notes.addAll(finish.notes());
        write(syllabus.chapters().stream().filter(term::shows).toList(), texts);
        Assets.copyImages(made, out);
        problems.addAll(SiteCheck.problems(out, edition));
    }

    private void empty() throws IOException {
        boolean isOurs =
                out.startsWith(home.resolve(Path.of("site", "target"))) || Files.exists(out.resolve(SearchIndex.FILE));
        if (!isOurs && Files.exists(out) && !isEmpty(out))
            throw new IOException(out + " holds something that is no site of this course: name another folder");
        FileTree.delete(out);
        Files.createDirectories(out);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void write(List<Chapter> chapters, List<Text> texts) throws IOException {
        var frame = new Frame(term, edition, chapters, texts);
        var index = new SearchIndex();
        Files.writeString(out.resolve(Frame.INDEX), frame.contents());
        for (Text text : texts) {
            Files.writeString(out.resolve(text.source().page()), frame.page(text));
            index.add(text);
        }
        Files.writeString(out.resolve(SearchIndex.FILE), index.script());
        Assets.copy(out);
    }

    /** What is wrong with the pages, a sentence each: broken links, missing texts and the like. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** What the instructor should know, and what is no mistake: a sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}

package minifaas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minifaas.course.term.Term;
import minifaas.course.text.MemberIncludes;
import minifaas.course.text.Page;

/**
 * The texts of an edition as Asciidoctor gets them: in one folder, each named as its page, the members that they include
 * as files beside them. Their lines are those of the texts.
 */
final class Manuscript {
    /** Asciidoctor's Maven plugin makes no pages of a folder whose name begins so. */
    private static final String MEMBERS = "_members";

    private static final Pattern TITLE = Pattern.compile("(?m)^= ");
    private static final Pattern FACT = Pattern.compile("\\[\\[F\\d+]]");

    private final Path folder;
    private final MemberIncludes includes;
    private final List<String> members = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * @param folder to write to, which is empty
     * @param includes of the course
     */
    Manuscript(Path folder, MemberIncludes includes) {
        this.folder = folder;
        this.includes = includes;
    }

    /** Writes a text for each page. */
    void write(Sources sources) throws IOException {
        Files.createDirectories(folder);
        for (Source source : sources.shown()) Files.writeString(file(source), text(source));
        writeMembers();
    }

    /**
     * Writes the texts of a book, and one that includes them all, under a name.
     *
     * <p>Its chapters have their numbers in the syllabus, which Asciidoctor's own counting would not meet. Two chapters
     * may teach one fact, and its anchor is in the first.
     */
    void writeBook(Sources sources, Term term, String name) throws IOException {
        Files.createDirectories(folder);
        var book = new StringBuilder("= " + term.title() + "\n:doctype: book\n:toc:\n");
        if (!term.term().isEmpty())
            book.append(":revremark: ").append(term.term()).append('\n');
        var facts = new HashSet<String>();
        for (Source source : sources.shown()) {
            Files.writeString(file(source), source.isChapter() ? once(numbered(source), facts) : text(source));
            book.append("\ninclude::").append(file(source).getFileName()).append("[leveloffset=+1]\n");
        }
        Files.writeString(folder.resolve(name), book);
        writeMembers();
    }

    private String numbered(Source chapter) throws IOException {
        int number = chapter.chapter().orElseThrow().number();
        return TITLE.matcher(text(chapter)).replaceFirst("= " + number + " ");
    }

    private static String once(String text, Set<String> facts) {
        return FACT.matcher(text)
                .replaceAll(fact -> facts.add(fact.group()) ? Matcher.quoteReplacement(fact.group()) : "");
    }

    private Path file(Source source) {
        return folder.resolve(source.page().replaceFirst("html$", "adoc"));
    }

    private String text(Source source) throws IOException {
        return includes.replaced(Page.read(source.file()), this::include, problems);
    }

    private String include(String member) {
        members.add(member);
        return "include::" + MEMBERS + "/" + members.size() + ".java[]";
    }

    private void writeMembers() throws IOException {
        Path beside = Files.createDirectories(folder.resolve(MEMBERS));
        for (int number = 1; number <= members.size(); number++)
            Files.writeString(beside.resolve(number + ".java"), members.get(number - 1));
    }

    /** The includes that lead nowhere: a sentence for each. */
    List<String> problems() {
        return List.copyOf(problems);
    }
}

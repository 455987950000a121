package minifaas.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import minifaas.course.text.MemberIncludes;
import minifaas.kernel.FileTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The step before Asciidoctor: the texts that it is to turn into pages and into a book. */
@Command(name = "texts")
final class TextsCommand implements Callable<Integer> {
    private static final String BOOK = "book.adoc";

    @Mixin
    private Order order;

    @Override
    public Integer call() throws IOException {
        for (Path former : List.of(order.texts(), order.books(), order.pages())) FileTree.delete(former);
        var includes = new MemberIncludes(order.home());
        var problems = new ArrayList<String>();
        for (Edition edition : order.editions()) {
            Sources sources = order.sources(edition);
            var texts = new Manuscript(order.texts().resolve(edition.toString()), includes);
            texts.write(sources);
            problems.addAll(texts.problems());
            new Manuscript(order.books().resolve(edition.toString()), includes).writeBook(sources, order.term(), BOOK);
        }
        return Main.status(problems);
    }
}

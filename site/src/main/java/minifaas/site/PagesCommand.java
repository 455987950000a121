package minifaas.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The step after Asciidoctor: its pages become a site. */
@Command(name = "pages")
final class PagesCommand implements Callable<Integer> {
    @Mixin
    private Order order;

    @Option(names = "--out", required = true, description = "the folder of the students' site")
    private Path students;

    @Option(names = "--instructors", required = true, description = "the folder of the instructor's site")
    private Path instructors;

    @Override
    public Integer call() throws IOException {
        var problems = new ArrayList<String>();
        for (Edition edition : order.editions()) problems.addAll(build(edition));
        return Main.status(problems);
    }

    private List<String> build(Edition edition) throws IOException {
        Path folder = edition == Edition.STUDENT ? students : instructors;
        var site = new Site(order.home(), order.term(), edition, folder);
        site.build(order.pages().resolve(edition.toString()));
        site.notes().forEach(note -> System.out.println("site: " + note));
        return site.problems();
    }
}

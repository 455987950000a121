package minifaas.course.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import minifaas.cli.Home;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code faas site}: the chapters as pages for a browser, built by Maven. */
@Command(name = "site", description = "Builds the pages of the book with Maven.", sortOptions = false)
final class SiteCommand implements Callable<Integer> {
    private static final Path USUAL_PLACE = Path.of("site", "target", "site");

    /** Whose pages are built. */
    enum Edition {
        STUDENT,
        INSTRUCTOR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--course",
            paramLabel = "FILE",
            description = "title, dates, points and chapters of your term; site/course.yaml explains its form")
    private Path course;

    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            defaultValue = "student",
            description = "${COMPLETION-CANDIDATES}; the instructor's has notes, answers and walkthroughs")
    private Edition edition;

    @Option(names = "--out", paramLabel = "DIR", description = "the folder to fill; site/target/site without it")
    private Path out;

    @Option(names = "--pdf", description = "makes one PDF of the whole as well, beside the folder")
    private boolean pdf;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Home.folder();
        Path term = course == null ? home.resolve(Term.FILE) : course.toAbsolutePath();
        Path folder = out == null ? usualPlace(home) : out.toAbsolutePath();
        // a mistake in it is said at once, and not by Maven
        Term.read(term, Syllabus.read(home));
        System.out.println("Making the pages of the book, which takes half a minute");
        int status = Maven.makeSite(home, options(term, edition, folder, pdf));
        if (status != 0) return status;
        System.out.println("The book begins at " + folder.resolve("index.html"));
        if (pdf) System.out.println("As one file it is " + folder + ".pdf");
        return status;
    }

    private Path usualPlace(Path home) {
        Path students = home.resolve(USUAL_PLACE);
        return edition == Edition.STUDENT ? students : Path.of(students + "-" + edition);
    }

    /** What Maven is told. */
    static List<String> options(Path term, Edition edition, Path folder, boolean pdf) {
        String place = edition == Edition.STUDENT ? "site.out" : "site.instructors";
        var options = new ArrayList<>(
                List.of("-Dsite.course=" + term, "-Dsite.edition=" + edition, "-D" + place + "=" + folder));
        if (pdf) options.add("-Ppdf");
        return options;
    }
}

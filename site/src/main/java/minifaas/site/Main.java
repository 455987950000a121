package minifaas.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program that Maven runs to build the site. */
@Command(name = "site")
public final class Main implements Callable<Integer> {
    private static final String ALL = "all";
    private static final Path DRAWINGS = Path.of("site", "target", "drawings");

    @Option(names = "--home", required = true, description = "the folder of the course")
    private Path home;

    @Option(names = "--course", required = true, description = "the file of the term")
    private Path course;

    @Option(names = "--edition", required = true, description = "student, instructor or all")
    private String edition;

    @Option(names = "--out", required = true, description = "the folder of the site; of all, the students'")
    private Path out;

    @Option(names = "--pdf", description = "makes one PDF beside the folder")
    private boolean pdf;

    /** Builds the site. Ends with exit code 1 when a page has a mistake, and names each. */
    public static void main(String[] arguments) {
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println("site: " + failure.getMessage());
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Term term = Term.read(course, Syllabus.read(home));
        var problems = new ArrayList<String>();
        try (var converter = new Converter(home, home.toAbsolutePath().resolve(DRAWINGS))) {
            for (Edition each : editions()) {
                Path folder = isAll() && each == Edition.INSTRUCTOR ? instructors(out) : out;
                if (pdf) new PdfBook(home, term, each).print(converter, Path.of(folder + ".pdf"));
                else problems.addAll(build(converter, term, each, folder));
            }
            problems.addAll(converter.problems());
        }
        problems.stream().distinct().forEach(problem -> System.err.println("site: " + problem));
        return problems.isEmpty() ? 0 : 1;
    }

    private List<String> build(Converter converter, Term term, Edition edition, Path folder) throws IOException {
        var site = new Site(home, term, edition, folder);
        site.build(converter);
        site.notes().forEach(note -> System.out.println("site: " + note));
        return site.problems();
    }

    private boolean isAll() {
        return edition.equals(ALL);
    }

    private List<Edition> editions() {
        return isAll() ? List.of(Edition.values()) : List.of(Edition.valueOf(edition.toUpperCase(Locale.ROOT)));
    }

    /** Where the instructor's edition lies when both are made. */
    static Path instructors(Path out) {
        return Path.of(out + "-instructor");
    }
}

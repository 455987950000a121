package minifaas.course.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import minifaas.cli.Home;
import minifaas.course.handout.Handout;
import minifaas.course.jars.CourseJars;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.term.Term;
import minifaas.kernel.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code faas handout}: the repository that students get. */
@Command(
        name = "handout",
        description = "Writes the repository that students get, or adds what was released since.",
        sortOptions = false)
final class HandoutCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "of the handout; the first time, it is empty or not there")
    private Path folder;

    @Option(names = "--course", paramLabel = "FILE", description = "your chapters and dates (site/course.yaml)")
    private Path course;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Home.folder();
        Path term = course != null ? course : home.resolve(Term.FILE);
        var handout = new Handout(
                home,
                CourseJars.ofThisJvm(),
                Main.class,
                (texts, chapters, out) -> makeSite(home, texts, chapters, out));
        print(handout.write(folder.toAbsolutePath().normalize(), term, today()));
        return 0;
    }

    private static void makeSite(Path home, Path texts, Path term, Path out) throws IOException, InterruptedException {
        System.out.println("Making the handout, which takes a minute");
        int status = Maven.makeSite(
                home,
                List.of(
                        "-Dsite.home=" + texts,
                        "-Dsite.course=" + term,
                        "-Dsite.edition=student",
                        "-Dsite.out=" + out,
                        "-Dsite.work=" + out + "-work"));
        if (status != 0) throw new IOException("the pages of the book could not be made");
    }

    private static LocalDate today() {
        try (var clock = new SystemClock()) {
            return LocalDate.ofInstant(clock.now(), ZoneId.systemDefault());
        }
    }

    private void print(Handout.Outcome outcome) {
        outcome.notes().forEach(System.out::println);
        if (!outcome.isNew()) {
            System.out.println(folder + " has all of it already: nothing was changed");
            return;
        }
        System.out.println(folder + " has the chapters " + numbers(outcome.chapters())
                + (outcome.added().isEmpty() ? "" : "; new: " + numbers(outcome.added())) + "; one commit");
        if (!outcome.closed().isEmpty())
            System.out.println("It has no bodies of the exercises of " + closed(outcome)
                    + ". But lib/minifaas.jar runs, so it has their classes: whoever decompiles it reads the bodies.");
    }

    private static String closed(Handout.Outcome outcome) {
        return outcome.closed().stream()
                .map(Exercise::chapter)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String numbers(List<Chapter> chapters) {
        return chapters.stream()
                .map(chapter -> String.valueOf(chapter.number()))
                .collect(Collectors.joining(", "));
    }
}

package minifaas.course.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import minifaas.cli.Home;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.Notes;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import picocli.CommandLine.Command;

/** {@code faas progress}: the map of the course, with fresh results. */
@Command(name = "progress", description = "Runs all labs and draws how far you are.")
final class ProgressCommand implements Callable<Integer> {
    private final Paint paint = Paint.ofThisTerminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Home.folder();
        Syllabus syllabus = Syllabus.read(home);
        List<Lab> labs = Lab.all(home, syllabus);
        var session = new Session(null, OutputStream.nullOutputStream());
        int points = 0;
        int possible = 0;
        for (Chapter chapter : syllabus.chapters()) {
            Optional<Lab> lab =
                    labs.stream().filter(each -> each.chapter().equals(chapter)).findFirst();
            String place = "%2d %s".formatted(chapter.number(), chapter.title());
            if (lab.isEmpty()) {
                System.out.println(paint.bar(0, 0) + paint.quiet(place));
                continue;
            }
            LabResult result = session.runGraded(lab.get());
            print(place, lab.get(), result);
            points += result.points();
            possible += result.possible();
        }
        System.out.println();
        System.out.println(points + " of " + possible + " points");
        return 0;
    }

    private void print(String place, Lab lab, LabResult result) throws IOException {
        String end = result.problems().isEmpty() ? "" : ", does not compile";
        List<String> givenUp = List.copyOf(Notes.read(lab).givenUp());
        if (!givenUp.isEmpty()) end += ", given up: " + String.join(", ", givenUp);
        System.out.println(paint.bar(result.points(), result.possible()) + place + ": " + result.points() + " of "
                + result.possible() + " points" + end);
    }
}

package minifaas.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import minifaas.course.lab.Lab;

/** What is taken from a folder that is handed in as a zip, for tests elsewhere. */
public final class TakenFromZip {
    private TakenFromZip() {}

    /**
     * Takes the classes of the lab's exercises.
     *
     * @param target where they go, under their packages
     */
    public static void take(Lab lab, Path folder, Path target) throws IOException {
        var zip = new ZipBuilder();
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            for (Path file : files) zip.file(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
        Path place = Files.write(folder.resolveSibling(folder.getFileName() + ".zip"), zip.bytes());
        Taken taken = new Intake(lab).take(new Submission(place, "cheat"), target);
        if (taken.isRefused()) throw new IOException(taken.problem());
    }
}

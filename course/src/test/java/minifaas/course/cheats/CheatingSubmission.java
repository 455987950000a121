package minifaas.course.cheats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import minifaas.course.lab.Lab;
import minifaas.course.source.JavaSource;
import minifaas.course.source.LabSources;
import minifaas.course.syllabus.Exercise;

/**
 * A submission with a cheat in one class.
 *
 * @param others the sources that the cheat is put in: a starter's or the reference's
 */
record CheatingSubmission(Cheat cheat, Lab lab, Path others) {
    /** Writes its files below a folder, and gives that folder. */
    Path writeTo(Path folder) throws IOException {
        for (Path file : LabSources.exercises(lab.chapter()).keySet()) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(others.resolve(file), target);
        }
        Exercise its = lab.exercise(cheat.exercise());
        Path changed = folder.resolve(its.member().file());
        Files.writeString(changed, cheat.in(JavaSource.read(changed), its).text());
        if (Files.isDirectory(cheat.furtherFiles())) copyFurtherFiles(folder);
        return folder;
    }

    private void copyFurtherFiles(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(cheat.furtherFiles())) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path target =
                        folder.resolve(cheat.furtherFiles().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}

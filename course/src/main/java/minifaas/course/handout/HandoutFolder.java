package minifaas.course.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.lab.Lab;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;

/**
 * The repository that students get.
 *
 * @param path of its folder
 * @param git its history
 */
public record HandoutFolder(Path path, Git git) {
    static final String LIB = "lib";
    private static final String GIT = ".git";
    static final String COURSE_JAR = "course.jar";

    /** Whether the course in a folder is one that was handed out. */
    public static boolean isAt(Path home) {
        return Files.exists(home.resolve(LIB).resolve(COURSE_JAR));
    }

    /**
     * Looks whether a folder can take a handout.
     *
     * @throws IOException when it holds something else, or a change that is not committed
     */
    static void check(Path path) throws IOException, InterruptedException {
        if (isEmpty(path)) return;
        if (!isAt(path) || !Files.exists(path.resolve(GIT)))
            throw new IOException(path + " holds something that is no handout: name another folder");
        Optional<String> change =
                new Git(path).run("status", "--porcelain").lines().findFirst();
        if (change.isPresent())
            throw new IOException(path + " has changes that are not committed, such as "
                    + change.get().substring(3) + ": commit or undo them first");
    }

    /** Opens a handout, or begins one where there is none. */
    static HandoutFolder open(Path path) throws IOException, InterruptedException {
        var folder = new HandoutFolder(path, new Git(path));
        if (!isEmpty(path)) return folder;
        Files.createDirectories(path);
        if (!Files.exists(path.resolve(GIT))) folder.git.run("init", "--quiet", "--initial-branch=main");
        return folder;
    }

    /** Whether there is nothing but, perhaps, a history that has not begun. */
    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.exists(path)) return true;
        if (!Files.isDirectory(path)) return false;
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file -> file.endsWith(GIT));
        }
    }

    /** Whether students have the lab of a chapter, in which they may have written. */
    boolean hasLab(Chapter chapter) {
        return Files.isDirectory(lab(chapter).sources());
    }

    /** The lab of a chapter, there or not. */
    Lab lab(Chapter chapter) {
        return new Lab(path, chapter);
    }

    /** The numbers of the chapters that students have: its syllabus says more of them than their names. */
    static Set<Integer> chapters(Path path) throws IOException {
        if (!Files.exists(path.resolve(Syllabus.FILE))) return Set.of();
        return Syllabus.read(path).chapters().stream()
                .filter(Chapter::hasText)
                .map(Chapter::number)
                .collect(Collectors.toSet());
    }
}

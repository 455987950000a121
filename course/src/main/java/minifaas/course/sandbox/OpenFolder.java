package minifaas.course.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lets every user read a folder: one that root has made is otherwise often closed to the user of a worker. */
final class OpenFolder {
    private OpenFolder() {}

    /** Opens a folder with all that is in it; who can reach the folder is for its parents to say. */
    static void toAll(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(root)) {
            all = tree.toList();
        }
        for (Path place : all) open(place);
    }

    private static void open(Path place) throws IOException {
        var attributes = Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) return;
        Set<PosixFilePermission> open = EnumSet.of(PosixFilePermission.OTHERS_READ);
        if (attributes.isDirectory()) open.add(PosixFilePermission.OTHERS_EXECUTE);
        if (attributes.permissions().containsAll(open)) return;
        open.addAll(attributes.permissions());
        Files.setPosixFilePermissions(place, open);
    }
}

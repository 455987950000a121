package minifaas.function;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** A folder that takes the contents of an archive, with permissions where the file system knows them. */
final class ArchiveFolder implements Archive.Sink {
    // from the lowest permission bit to the highest
    private static final PosixFilePermission[] PERMISSIONS = {
        PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_READ
    };

    private final Path root;
    private final boolean hasPermissions;
    private final Set<Path> made = new HashSet<>();

    ArchiveFolder(Path root) {
        this.root = root;
        // not asked of the file store, which is unknown in a jail without a mount point of its own
        this.hasPermissions = Files.getFileAttributeView(root, PosixFileAttributeView.class) != null;
    }

    @Override
    public void folder(String path) throws IOException {
        makeFolder(inside(path));
    }

    @Override
    public OutputStream file(String path, int mode) throws IOException {
        Path file = inside(path);
        makeFolder(file.getParent());
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (hasPermissions) Files.setPosixFilePermissions(file, permissions(mode));
        return out;
    }

    @Override
    public void link(String path, String target) throws IOException {
        Path link = inside(path);
        makeFolder(link.getParent());
        try {
            Files.createSymbolicLink(link, link.getFileSystem().getPath(target));
        } catch (UnsupportedOperationException | FileSystemException | InvalidPathException refused) {
            throw new IOException("this machine cannot make the symbolic link " + path + ": " + refused.getMessage());
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (made.add(folder)) Files.createDirectories(folder);
    }

    /** The archive was checked before; this holds even if that check had a hole. */
    private Path inside(String path) throws IOException {
        try {
            Path inside = root.resolve(path).normalize();
            if (!inside.startsWith(root)) throw new IOException(path + " lies outside the task root");
            return inside;
        } catch (InvalidPathException refused) {
            throw new IOException("this machine cannot have a file of the name " + path + ": " + refused.getReason());
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < PERMISSIONS.length; bit++)
            if ((mode & (1 << bit)) != 0) permissions.add(PERMISSIONS[bit]);
        return permissions;
    }
}

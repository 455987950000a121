package minifaas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything, for one server at a time. */
final class DataFolder implements AutoCloseable {
    private final FileChannel lockFile;

    private DataFolder(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder when it is not there, and locks it until it is closed or this process ends.
     *
     * @throws StartException when another server has it
     */
    static DataFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        // the driver unpacks its native library, and would do so in the system's folder for temporary files
        System.setProperty("org.sqlite.tmpdir", path.toString());
        var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(file)) return new DataFolder(file);
        file.close();
        throw new StartException(
                "another minifaas uses the data folder " + path + "; stop it, or choose another with --data", null);
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

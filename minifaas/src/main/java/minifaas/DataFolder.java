package minifaas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds everything, for one server at a time. */
final class DataFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    /** Beside the lock, which other processes cannot read on Windows. */
    private static final String OWNER = "owner";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder when it is not there, and locks it until it is closed or this process ends.
     *
     * @throws StartException when it is no folder, may not be written, or another server has it
     */
    static DataFolder open(Path path) throws IOException {
        FileChannel file = lockFile(path);
        // the driver unpacks its native library, and would do so in the system's folder for temporary files
        System.setProperty("org.sqlite.tmpdir", path.toString());
        if (isLocked(file)) {
            deleteLibraries(path);
            Files.deleteIfExists(path.resolve(OWNER));
            return new DataFolder(path, file);
        }
        file.close();
        throw new StartException(
                "another minifaas uses the data folder " + path + owner(path)
                        + "; stop it, or choose another with --data",
                null);
    }

    private static FileChannel lockFile(Path path) throws IOException {
        try {
            Files.createDirectories(path);
            return FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException file) {
            throw new StartException(path + " is a file; --data names a folder", file);
        } catch (AccessDeniedException denied) {
            throw new StartException("the data folder " + path + " may not be written", denied);
        }
    }

    /** Notes who has the folder, for the next one that wants it. */
    void servesAt(int port) throws IOException {
        Files.writeString(
                path.resolve(OWNER), "process " + ProcessHandle.current().pid() + ", port " + port);
    }

    /** Who has the folder; nothing when it has not opened its port. */
    private static String owner(Path path) throws IOException {
        Path owner = path.resolve(OWNER);
        return Files.exists(owner) ? " (" + Files.readString(owner) + ")" : "";
    }

    /** The driver deletes its library when the JVM ends, unless that was killed; nobody else uses the folder now. */
    private static void deleteLibraries(Path path) throws IOException {
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(path, "sqlite-*sqlitejdbc*")) {
            for (Path library : libraries) delete(library);
        }
    }

    private static void delete(Path library) {
        try {
            Files.deleteIfExists(library);
        } catch (IOException inUse) { // on Windows, when this JVM itself has loaded it
            log.debug("{} cannot be deleted", library, inUse);
        }
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

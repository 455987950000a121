package minifaas.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the course lies on this machine: the folder of the {@code faas} script, which tells it. */
public final class Home {
    private Home() {}

    /** The folder of the script, or the working folder when minifaas was started without it. */
    public static Path folder() {
        return Path.of(System.getProperty("minifaas.home", "")).toAbsolutePath();
    }

    /** minifaas's sources, seen from the folder of the script: in what students are handed out they are for reading only. */
    static Path sources() {
        Path compiled = Path.of("minifaas", "src", "main", "java");
        return Files.isDirectory(folder().resolve(compiled)) ? compiled : Path.of("sources");
    }

    /** Where a server keeps what it knows, unless it is told otherwise. */
    static Path dataFolder() {
        return folder().resolve(".minifaas");
    }
}

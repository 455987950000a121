package minifaas.cli;

import java.nio.file.Path;

/** Where the course lies on this machine: the folder of the {@code faas} script, which tells it. */
public final class Home {
    private Home() {}

    /** The folder of the script, or the working folder when minifaas was started without it. */
    public static Path folder() {
        return Path.of(System.getProperty("minifaas.home", "")).toAbsolutePath();
    }

    /** Where a server keeps what it knows, unless it is told otherwise. */
    static Path dataFolder() {
        return folder().resolve(".minifaas");
    }
}

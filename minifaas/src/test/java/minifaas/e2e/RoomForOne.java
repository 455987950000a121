package minifaas.e2e;

import java.nio.file.Path;
import java.time.Duration;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A platform on a machine with room for one environment, for functions in Python. */
abstract class RoomForOne {
    @TempDir
    static Path data;

    static Platform platform;

    @BeforeAll
    static void startPlatform() throws Exception {
        Machine.needs("python3", "python");
        platform = Platform.start(data, 7, 128, Duration.ofMillis(10));
    }

    @AfterAll
    static void stopPlatform() {
        if (platform != null) platform.close();
    }
}

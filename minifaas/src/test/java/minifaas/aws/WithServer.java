package minifaas.aws;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own for each test. */
public abstract class WithServer {
    @TempDir
    protected Path folder;

    protected TestServer server;

    @BeforeEach
    void startServer() {
        server = new TestServer(folder);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}

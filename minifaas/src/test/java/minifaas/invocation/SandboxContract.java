package minifaas.invocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import minifaas.function.FunctionVersion;
import minifaas.testing.Machine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kind of sandbox must do, shown with functions in Python.
 *
 * <p>The test of a kind extends this class and says how the kind is {@linkplain #open opened}; all parts of the contract
 * then run on it.
 */
public abstract class SandboxContract
        implements AnswersContract, BetweenInvocationsContract, EndingContract, IsolationContract {
    @TempDir
    Path data;

    private SandboxKind kind;
    private StartedFunction started;

    /** Opens the kind under test on a data folder. */
    protected abstract SandboxKind open(Path data) throws IOException;

    @BeforeEach
    void openKind() throws IOException {
        Machine.needs("python3", "python");
        kind = open(data);
    }

    @AfterEach
    void closeKind() throws Exception {
        if (started != null) started.close();
        if (kind != null) kind.close();
    }

    @Override
    public SandboxKind kind() {
        return kind;
    }

    @Override
    public Path data() {
        return data;
    }

    @Override
    public Path code(FunctionVersion version) {
        return data.resolve("code").resolve(version.function().name());
    }

    @Override
    public StartedFunction start(String name, String code, Duration timeout) throws IOException {
        var settings = Versions.settings("python3.11", "app.handler", 128, timeout, Map.of("GREETING", "hello"));
        FunctionVersion version = Versions.version(name, name, settings);
        Files.createDirectories(code(version));
        Files.writeString(code(version).resolve("app.py"), code);
        return start(version);
    }

    /** Starts a function whose code is there; one in each test, and it is closed after it. */
    protected StartedFunction start(FunctionVersion version) {
        started = new StartedFunction(kind.starter(), version);
        return started;
    }
}

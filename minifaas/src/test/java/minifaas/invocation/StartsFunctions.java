package minifaas.invocation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import minifaas.function.FunctionVersion;

/** What the parts of {@link SandboxContract} have to work with. */
interface StartsFunctions {
    /** Starts a function in Python with plenty of time, 128 MiB, and {@code GREETING=hello}. */
    default StartedFunction start(String name, String code) throws IOException {
        return start(name, code, Duration.ofSeconds(30));
    }

    StartedFunction start(String name, String code, Duration timeout) throws IOException;

    SandboxKind kind();

    /** Where the code of a function lies, unpacked. */
    Path code(FunctionVersion version);

    /** The kind's data folder. */
    Path data();
}

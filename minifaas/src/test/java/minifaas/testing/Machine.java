package minifaas.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this machine has. A test that needs what is missing is reported as not run, or fails where all is required. */
public final class Machine {
    private Machine() {}

    /** Goes on only where one of these programs is on PATH. */
    public static void needs(String... programs) {
        boolean isThere = Stream.of(programs).anyMatch(Machine::has);
        String reason = "not run: none of " + String.join(", ", programs) + " is on PATH";
        require(isThere, reason);
    }

    /** Goes on only where the condition holds. */
    public static void require(boolean condition, String reason) {
        if (Boolean.getBoolean("minifaas.requireAll")) assertTrue(condition, reason);
        assumeTrue(condition, reason);
    }

    public static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

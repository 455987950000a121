package minifaas.course.sandbox;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import minifaas.kernel.Clock;

/** What not every machine has: without it a test is not run, or fails where all is required. */
public final class SandboxNeeds {
    private SandboxNeeds() {}

    public static Bubblewrap bubblewrap(Clock clock) throws InterruptedException {
        try {
            return Bubblewrap.tried(clock);
        } catch (IOException reason) {
            return notRun(reason.getMessage());
        }
    }

    static MemoryGroups memoryGroups() throws IOException, InterruptedException {
        return MemoryGroups.here().orElseGet(() -> notRun("no control group for memory can be made"));
    }

    private static <T> T notRun(String reason) {
        String message = "not run: " + reason;
        if (Boolean.getBoolean("minifaas.requireAll")) return fail(message);
        return abort(message);
    }
}

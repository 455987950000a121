package minifaas.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what must come, unless it says otherwise: long enough for a process that starts on a busy
 * machine, for which Awaitility's own 10 s are too short. A condition that holds ends the wait at once.
 *
 * <p>JUnit finds this extension by itself, for every test class.
 */
public final class LongWaits implements BeforeAllCallback {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public void beforeAll(ExtensionContext test) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}

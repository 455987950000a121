package minifaas.async;

import java.util.Arrays;
import java.util.Optional;

/**
 * What happens to a function that runs again and again for events that come from itself (AWS: RecursiveLoop,
 * docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html, 2026-11).
 */
public enum RecursiveLoop {
    /** Its events are given up after {@value Lineage#MOST_RUNS} runs. */
    TERMINATE("Terminate"),
    /** Nothing: the loop is meant. */
    ALLOW("Allow");

    private final String text;

    RecursiveLoop(String text) {
        this.text = text;
    }

    /** AWS's own word. */
    public String text() {
        return text;
    }

    /** What one of AWS's words means. */
    public static Optional<RecursiveLoop> of(String text) {
        return Arrays.stream(values()).filter(loop -> loop.text.equals(text)).findFirst();
    }
}

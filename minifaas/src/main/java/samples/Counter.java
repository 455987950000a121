package samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/**
 * Counts its calls in a field, which lives as long as the environment: each environment counts by itself, and starts
 * at one again. What must be right belongs in a database.
 */
public final class Counter implements RequestHandler<Map<String, Object>, Counter.Count> {
    private int calls;

    /** The answer: {@code {"calls": 3}}. */
    public record Count(int calls) {}

    @Override
    public Count handleRequest(Map<String, Object> event, Context context) {
        calls++; // one environment serves one call at a time, so this needs no lock
        return new Count(calls);
    }
}

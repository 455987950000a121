package minifaas.invocation.runtime;

import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure of the function's code, in the form in which AWS tells it to the caller.
 *
 * @param kind the class of the failure for the platform, e.g. {@code Runtime.UserException}
 * @param payload errorMessage, errorType, stackTrace and cause
 */
record FunctionError(String kind, Map<String, Object> payload) {

    /** The handler threw. */
    static FunctionError of(Throwable thrown) {
        return new FunctionError("Runtime.UserException", describe(thrown));
    }

    /** The handler could not be found or created. */
    static FunctionError ofInit(Throwable thrown) {
        Map<String, Object> payload = describe(thrown);
        if (thrown instanceof UnusableHandler) {
            payload.keySet().retainAll(List.of("errorMessage"));
            // as AWS's runtime interface client 2.9.0 does, which names no type when no exception was behind it
            if (thrown.getCause() != null)
                payload.put("errorType", thrown.getCause().getClass().getName());
        }
        return new FunctionError("Runtime.BadFunctionCode", payload);
    }

    byte[] toJson() {
        var json = new ByteArrayOutputStream();
        JacksonFactory.getInstance().getSerializer(Map.class).toJson(payload, json);
        return json.toByteArray();
    }

    private static Map<String, Object> describe(Throwable thrown) {
        var payload = new LinkedHashMap<String, Object>();
        String type = thrown.getClass().getName();
        payload.put("errorMessage", thrown.getMessage() == null ? type : thrown.getMessage());
        payload.put("errorType", type);
        payload.put("stackTrace", functionFrames(thrown));
        if (thrown.getCause() != null) payload.put("cause", describe(thrown.getCause()));
        return payload;
    }

    /** The stack down to the function's outermost frame; the runtime below it is nobody's business. */
    private static List<String> functionFrames(Throwable thrown) {
        String runtime = FunctionError.class.getPackageName();
        var frames = new ArrayList<String>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith(runtime)) break;
            frames.add(frame.toString());
        }
        return frames;
    }
}

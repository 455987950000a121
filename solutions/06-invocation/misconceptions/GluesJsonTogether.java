// exercise: 6.4
// thinks: JSON is text between braces and quotation marks.
// hint: A message may hold quotation marks. Is what you send still JSON then?
import java.nio.charset.StandardCharsets;
Outcome.FunctionError of(Invocation invocation) {
    String text = kind == Outcome.Kind.REPORTED ? message : "RequestId: " + invocation.requestId() + " Error: " + message;
    String payload = "{\"errorType\":\"" + errorType + "\",\"errorMessage\":\"" + text + "\"}";
    return new Outcome.FunctionError(payload.getBytes(StandardCharsets.UTF_8), kind);
}

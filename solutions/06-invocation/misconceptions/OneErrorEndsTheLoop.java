// exercise: 6.1
// thinks: A handler that threw is broken, so the loop ends.
// hint: One event was bad. What happens to the calls that come after it?
import java.io.EOFException;
static int serve(RuntimeApi api, Handler handler) throws IOException {
    while (true) {
        Event event = api.next();
        setTraceId(event.traceId());
        byte[] response;
        try {
            response = handler.handle(event);
        } catch (Throwable thrown) {
            log(thrown);
            api.fail(event.requestId(), FunctionError.of(thrown));
            if (thrown instanceof VirtualMachineError) return 1;
            if (thrown instanceof Exception) throw new EOFException("the handler failed");
            continue;
        }
        flushLog();
        api.respond(event.requestId(), response);
    }
}

// exercise: 6.1
// thinks: An error is an answer like any other, only with other contents.
// hint: The Runtime API has two ways to answer. Which one tells the caller that the function failed?
static int serve(RuntimeApi api, Handler handler) throws IOException {
    while (true) {
        Event event = api.next();
        setTraceId(event.traceId());
        byte[] response;
        try {
            response = handler.handle(event);
        } catch (Throwable thrown) {
            log(thrown);
            if (!(thrown instanceof Exception)) api.fail(event.requestId(), FunctionError.of(thrown));
            else api.respond(event.requestId(), FunctionError.of(thrown).toJson());
            if (thrown instanceof VirtualMachineError) return 1;
            continue;
        }
        flushLog();
        api.respond(event.requestId(), response);
    }
}

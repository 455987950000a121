// exercise: 6.1
// thinks: An environment has one request id, that of its first event.
// hint: Each event comes with a request id of its own. Under which id do you post the answer to the second?
static int serve(RuntimeApi api, Handler handler) throws IOException {
    String requestId = null;
    while (true) {
        Event event = api.next();
        if (requestId == null) requestId = event.requestId();
        setTraceId(event.traceId());
        byte[] response;
        try {
            response = handler.handle(event);
        } catch (Throwable thrown) {
            log(thrown);
            api.fail(event.requestId(), FunctionError.of(thrown));
            if (thrown instanceof VirtualMachineError) return 1;
            continue;
        }
        flushLog();
        api.respond(requestId, response);
    }
}

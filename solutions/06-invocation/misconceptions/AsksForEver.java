// exercise: 6.1
// thinks: A question that failed is asked again; the server may only be busy.
// hint: When the server has gone, next() throws. Does your loop let that out, or does it ask again for ever?
static int serve(RuntimeApi api, Handler handler) throws IOException {
    while (true) {
        Event event;
        try {
            event = api.next();
        } catch (IOException failed) {
            log(failed);
            continue;
        }
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
        api.respond(event.requestId(), response);
    }
}

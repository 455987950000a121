// exercise: 6.1
// thinks: One try around the whole iteration catches all that can go wrong.
// hint: When the server has gone, next() throws. Does your loop let that out, or does it ask again for ever?
static int serve(RuntimeApi api, Handler handler) throws IOException {
    while (true) {
        Event event = null;
        try {
            event = api.next();
            setTraceId(event.traceId());
            byte[] response = handler.handle(event);
            flushLog();
            api.respond(event.requestId(), response);
        } catch (Throwable thrown) {
            log(thrown);
            if (event != null) api.fail(event.requestId(), FunctionError.of(thrown));
            if (thrown instanceof VirtualMachineError) return 1;
        }
    }
}

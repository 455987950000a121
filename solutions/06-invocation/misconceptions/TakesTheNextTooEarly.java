// exercise: 6.1
// thinks: Asking for the next event early saves time.
// hint: Asking for the next event says that you are done with this one. Are you, at that moment?
static int serve(RuntimeApi api, Handler handler) throws IOException {
    Event next = api.next();
    IOException end = null;
    while (next != null) {
        Event event = next;
        setTraceId(event.traceId());
        try {
            next = api.next();
        } catch (IOException last) {
            next = null;
            end = last;
        }
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
    throw end;
}

// exercise: 6.1
// thinks: Whatever fails in an iteration, the handler is to blame.
// hint: Two things can fail in an iteration: the handler and the connection. Whose failure did you catch?
static int serve(RuntimeApi api, Handler handler) throws IOException {
    while (true) {
        Event event = api.next();
        setTraceId(event.traceId());
        try {
            byte[] response = handler.handle(event);
            flushLog();
            api.respond(event.requestId(), response);
        } catch (Throwable thrown) {
            log(thrown);
            api.fail(event.requestId(), FunctionError.of(thrown));
            if (thrown instanceof VirtualMachineError) return 1;
        }
    }
}

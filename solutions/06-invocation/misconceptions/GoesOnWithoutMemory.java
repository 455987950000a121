// exercise: 6.1
// thinks: Every error concerns one event only.
// hint: A JVM that ran out of memory may fail anywhere from now on. Should it take another event?
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
            continue;
        }
        flushLog();
        api.respond(event.requestId(), response);
    }
}

// exercise: 6.1
// thinks: What is no exception means that the JVM is broken.
// hint: Java code can throw more than exceptions: a class can be missing, an assertion can fail.
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
            if (thrown instanceof Error) return 1;
            continue;
        }
        flushLog();
        api.respond(event.requestId(), response);
    }
}

// exercise: 9.4
// thinks: A payload is whatever was sent, so it is put in as a text.
// hint: A program will read the payloads out of your record. How many times must it parse, and what?
static byte[] of(Finish finish, Optional<Response> response, Instant now) {
    QueuedEvent event = finish.event();
    var context = new LinkedHashMap<String, Object>();
    context.put("requestId", event.id());
    context.put("functionArn", qualifiedArn(event));
    context.put("condition", finish.condition().text());
    context.put("approximateInvokeCount", event.invocations());
    var record = new LinkedHashMap<String, Object>();
    record.put("version", "1.0");
    record.put("timestamp", DATE.format(now));
    record.put("requestContext", context);
    record.put("requestPayload", new String(event.payload(), UTF_8));
    response.ifPresent(answer -> {
        var its = new LinkedHashMap<String, Object>();
        its.put("statusCode", 200);
        its.put("executedVersion", answer.executedVersion());
        if (answer.outcome() instanceof Outcome.FunctionError) its.put("functionError", "Unhandled");
        record.put("responseContext", its);
        byte[] payload = answer.outcome() instanceof Outcome.FunctionError error
                ? error.payload()
                : ((Outcome.Succeeded) answer.outcome()).payload();
        record.put("responsePayload", new String(payload, UTF_8));
    });
    return Json.write(record);
}

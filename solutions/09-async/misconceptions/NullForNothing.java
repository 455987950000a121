// exercise: 9.4
// thinks: A field of which nothing is known is null.
// hint: The function did not run, so it said nothing. Is saying nothing the same as an empty answer?
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
    record.put("requestPayload", json(event.payload()));
    record.put("responseContext", null);
    record.put("responsePayload", null);
    response.ifPresent(answer -> addResponse(record, answer));
    return Json.write(record);
}

// exercise: 9.4
// thinks: Bytes can be put into the record as they are.
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
    record.put("requestPayload", event.payload());
    response.ifPresent(answer -> addResponse(record, answer));
    return Json.write(record);
}

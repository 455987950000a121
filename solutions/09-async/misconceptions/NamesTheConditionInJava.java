// exercise: 9.4
// thinks: The name of the constant says what happened.
// hint: Which request was it, why is it over, and how often did it run? Look at each field.
static byte[] of(Finish finish, Optional<Response> response, Instant now) {
    QueuedEvent event = finish.event();
    var context = new LinkedHashMap<String, Object>();
    context.put("requestId", event.id());
    context.put("functionArn", qualifiedArn(event));
    context.put("condition", finish.condition().name());
    context.put("approximateInvokeCount", event.invocations());
    var record = new LinkedHashMap<String, Object>();
    record.put("version", "1.0");
    record.put("timestamp", DATE.format(now));
    record.put("requestContext", context);
    record.put("requestPayload", json(event.payload()));
    response.ifPresent(answer -> addResponse(record, answer));
    return Json.write(record);
}

// exercise: 9.4
// thinks: An event without a version runs the latest one, so that is what the record names.
// hint: Which function was it, as its sender named it? And what did he mean if he named no version?
static byte[] of(Finish finish, Optional<Response> response, Instant now) {
    QueuedEvent event = finish.event();
    var context = new LinkedHashMap<String, Object>();
    context.put("requestId", event.id());
    context.put("functionArn", event.function().function().arn(FunctionVersion.LATEST));
    context.put("condition", finish.condition().text());
    context.put("approximateInvokeCount", event.invocations());
    var record = new LinkedHashMap<String, Object>();
    record.put("version", "1.0");
    record.put("timestamp", DATE.format(now));
    record.put("requestContext", context);
    record.put("requestPayload", json(event.payload()));
    response.ifPresent(answer -> addResponse(record, answer));
    return Json.write(record);
}

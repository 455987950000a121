// exercise: 9.4
// thinks: A server is on UTC, so its own zone will do.
// hint: The reader sits on another continent, and his parser wants three digits. What does yours say?
import java.time.ZoneId;
static byte[] of(Finish finish, Optional<Response> response, Instant now) {
    QueuedEvent event = finish.event();
    var context = new LinkedHashMap<String, Object>();
    context.put("requestId", event.id());
    context.put("functionArn", qualifiedArn(event));
    context.put("condition", finish.condition().text());
    context.put("approximateInvokeCount", event.invocations());
    var record = new LinkedHashMap<String, Object>();
    record.put("version", "1.0");
    record.put("timestamp", DATE.withZone(ZoneId.systemDefault()).format(now));
    record.put("requestContext", context);
    record.put("requestPayload", json(event.payload()));
    response.ifPresent(answer -> addResponse(record, answer));
    return Json.write(record);
}

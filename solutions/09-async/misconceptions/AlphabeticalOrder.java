// exercise: 9.4
// thinks: JSON objects have no order, so any will do.
// hint: People compare these records with AWS's page. In which order do the fields stand?
import java.util.TreeMap;
static byte[] of(Finish finish, Optional<Response> response, Instant now) {
    QueuedEvent event = finish.event();
    var context = new TreeMap<String, Object>();
    context.put("requestId", event.id());
    context.put("functionArn", qualifiedArn(event));
    context.put("condition", finish.condition().text());
    context.put("approximateInvokeCount", event.invocations());
    var record = new TreeMap<String, Object>();
    record.put("version", "1.0");
    record.put("timestamp", DATE.format(now));
    record.put("requestContext", context);
    record.put("requestPayload", json(event.payload()));
    response.ifPresent(answer -> addResponse(record, answer));
    return Json.write(record);
}

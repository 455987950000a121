// exercise: 6.4
// thinks: A failure is a failure.
// hint: The kind decides whether the environment may serve again. Did the failure's kind arrive?
Outcome.FunctionError of(Invocation invocation) {
    var payload = new LinkedHashMap<String, String>();
    payload.put("errorType", errorType);
    payload.put(
            "errorMessage",
            kind == Outcome.Kind.REPORTED ? message : "RequestId: " + invocation.requestId() + " Error: " + message);
    return new Outcome.FunctionError(Json.write(payload), Outcome.Kind.REPORTED);
}

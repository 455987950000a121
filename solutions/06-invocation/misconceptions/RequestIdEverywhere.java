// exercise: 6.4
// thinks: Every error message begins with the request id.
// hint: The function did answer; its answer only could not be passed on. Which message does AWS send then?
Outcome.FunctionError of(Invocation invocation) {
    var payload = new LinkedHashMap<String, String>();
    payload.put("errorType", errorType);
    payload.put(
            "errorMessage",
            "RequestId: " + invocation.requestId() + " Error: " + message);
    return new Outcome.FunctionError(Json.write(payload), kind);
}

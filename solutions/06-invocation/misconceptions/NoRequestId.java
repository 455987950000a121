// exercise: 6.4
// thinks: The caller knows which call this is.
// hint: Whoever reads the error wants to find the call in the log. By what?
Outcome.FunctionError of(Invocation invocation) {
    var payload = new LinkedHashMap<String, String>();
    payload.put("errorType", errorType);
    payload.put(
            "errorMessage",
            message);
    return new Outcome.FunctionError(Json.write(payload), kind);
}

package minifaas.invocation.runtime;

/**
 * One event, as {@code GET /2018-06-01/runtime/invocation/next} hands it out.
 *
 * @param requestId the id of the invocation; the answer is posted under it
 * @param deadlineMillis when the function times out, in ms since 1970
 * @param functionArn the ARN that the caller used
 * @param traceId the X-Ray trace header, or null
 * @param clientContext the caller's client context as JSON, or null
 * @param cognitoIdentity the caller's Cognito identity as JSON, or null
 * @param body the event itself, JSON
 */
record Event(
        String requestId,
        long deadlineMillis,
        String functionArn,
        String traceId,
        String clientContext,
        String cognitoIdentity,
        byte[] body) {}

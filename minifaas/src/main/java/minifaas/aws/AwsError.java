package minifaas.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import minifaas.kernel.Database.DatabaseException;
import minifaas.kernel.NotWrittenYet;

/**
 * A request that is answered with an error in AWS's form: a status, the header {@code x-amzn-ErrorType}, and JSON.
 *
 * <p>Source: "Common errors" and the errors of each operation, docs.aws.amazon.com/lambda/latest/api, 2026-11, and
 * recorded answers.
 */
public final class AwsError extends RuntimeException {
    /** Most of the service's errors call their text "message"; these few do not. */
    private static final Set<String> CAPITAL_MESSAGE = Set.of(
            "ResourceNotFoundException",
            "ServiceException",
            "InvalidRuntimeException",
            "InvalidZipFileException",
            "AccessDeniedException",
            "SerializationException");

    /** Raised before a request reaches the service, so they carry the text alone. */
    private static final Set<String> WITHOUT_TYPE = Set.of(
            "ValidationException", "SerializationException", "RequestEntityTooLargeException", "AccessDeniedException");

    private final int status;
    private final String type;
    private final Map<String, String> details;

    /** @param type AWS's name of the error, such as {@code ResourceNotFoundException} */
    public AwsError(int status, String type, String message) {
        this(status, type, message, Map.of());
    }

    /** @param details further fields of the body, such as the Reason of a TooManyRequestsException */
    public AwsError(int status, String type, String message, Map<String, String> details) {
        super(message);
        this.status = status;
        this.type = type;
        this.details = details;
    }

    /** The error for a value that is well formed and makes no sense (400 InvalidParameterValueException). */
    public static AwsError invalidParameter(String message) {
        return new AwsError(400, "InvalidParameterValueException", message);
    }

    /** The error for what is not JSON, or not of the type that the model names (400 SerializationException). */
    public static AwsError serialization(String message) {
        return new AwsError(400, "SerializationException", message);
    }

    /** The error for a value that breaks a rule of the service's model (400 ValidationException). */
    public static AwsError validation(Object value, String field, String constraint) {
        String shown = value == null ? "Value null" : "Value '" + value + "'";
        return new AwsError(
                400,
                "ValidationException",
                "1 validation error detected: " + shown + " at '" + field + "' failed to satisfy constraint: "
                        + constraint);
    }

    /**
     * The error for what AWS has and minifaas has not. Of the statuses that say so, 501 is the one after which AWS's
     * clients do not try again.
     */
    public static AwsError notImplemented(String message) {
        return new AwsError(501, "NotImplementedException", message);
    }

    /** The error for a bug of ours (500 ServiceException): the log knows more than the caller may. */
    public static AwsError unexpected() {
        return new AwsError(
                500, "ServiceException", "An unexpected error in minifaas; its log has the details of this request.");
    }

    /** The error for what could not be kept or read, because the disk is full or damaged (500 ServiceException). */
    public static AwsError databaseRefuses(DatabaseException refusal) {
        return new AwsError(500, "ServiceException", "minifaas cannot use its data now: " + refusal.getMessage());
    }

    /** The error for a call that needs what a student has still to write (500 ServiceException). */
    public static AwsError notWrittenYet(NotWrittenYet missing) {
        String lab = missing.exercise().replaceFirst("\\..*", "");
        return new AwsError(500, "ServiceException", missing.getMessage() + " (./faas lab " + lab + ")");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** AWS's name of the error. */
    public String type() {
        return type;
    }

    /** The error as the caller gets it. */
    public AwsResponse toResponse() {
        var body = new LinkedHashMap<String, String>();
        if (!WITHOUT_TYPE.contains(type)) body.put("Type", type.equals("ServiceException") ? "Service" : "User");
        body.putAll(details);
        body.put(CAPITAL_MESSAGE.contains(type) ? "Message" : "message", getMessage());
        return AwsResponse.json(status, body).with("x-amzn-ErrorType", type);
    }

    /** Expected, and often: a stack trace would cost more than the answer. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

package minifaas.function;

/**
 * A request that the registry refuses, with the words that AWS uses for it.
 *
 * <p>Source: "API reference, Lambda: Errors" of each operation, docs.aws.amazon.com/lambda/latest/api, 2026-11.
 */
public final class RegistryException extends RuntimeException {
    /** What is wrong; each kind is one error type of AWS, named in the comment. */
    public enum Kind {
        /** ResourceNotFoundException: no such function, version or alias. */
        RESOURCE_NOT_FOUND,
        /** ResourceConflictException: it exists already, or it is being changed. */
        RESOURCE_CONFLICT,
        /** InvalidParameterValueException: well formed, but it makes no sense here. */
        INVALID_PARAMETER_VALUE,
        /** ValidationException: a value that has not the form which the service's model demands. */
        VALIDATION,
        /** PreconditionFailedException: the caller knows an older revision. */
        PRECONDITION_FAILED,
        /** AccessDeniedException: the function belongs to another account. */
        ACCESS_DENIED,
        /** RequestEntityTooLargeException: the archive is over the limit. */
        REQUEST_TOO_LARGE
    }

    private final Kind kind;

    public RegistryException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Which of AWS's errors this is. */
    public Kind kind() {
        return kind;
    }

    static RegistryException notFound(String arn) {
        return new RegistryException(Kind.RESOURCE_NOT_FOUND, "Function not found: " + arn);
    }

    static RegistryException conflict(String message) {
        return new RegistryException(Kind.RESOURCE_CONFLICT, message);
    }

    /** A value that is well formed and makes no sense. */
    public static RegistryException invalid(String message) {
        return new RegistryException(Kind.INVALID_PARAMETER_VALUE, message);
    }

    static RegistryException staleRevision() {
        return new RegistryException(
                Kind.PRECONDITION_FAILED,
                "The Revision Id provided does not match the latest Revision Id."
                        + " Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
    }
}

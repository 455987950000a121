package minifaas.course.wire;

/** What came from the other side is not what the declared types, or the limits, allow. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedException(String message) {
        super(message);
    }

    MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}

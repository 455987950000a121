package minifaas.course.wire;

/** A value, or a declared type, that has no form in which it can be sent to the other side. */
public final class CannotCrossException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotCrossException(String message) {
        super(message);
    }
}

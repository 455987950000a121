package minifaas.course.wire;

/**
 * Stands for an exception of the other side whose type is not on the list of those that cross. Its message has the name
 * of that type, and the message that the exception had.
 */
public final class ForeignException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ForeignException(String type, String message) {
        super(message == null ? type : type + ": " + message);
    }
}

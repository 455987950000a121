package minifaas.kernel;

/**
 * Thrown by the body of an exercise that nobody has written.
 *
 * <p>It has no stack trace: the exercise says where it comes from.
 */
public final class NotWrittenYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String exercise;

    /** @param exercise the lab's number and the exercise's within it, such as {@code 7.1} */
    public NotWrittenYet(String exercise) {
        super("exercise " + exercise + " is not written yet");
        this.exercise = exercise;
    }

    /** Which exercise it is, such as {@code 7.1}. */
    public String exercise() {
        return exercise;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

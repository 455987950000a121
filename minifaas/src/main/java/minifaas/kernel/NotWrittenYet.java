package minifaas.kernel;

import java.util.Optional;

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

    /** The exercise that a failure comes from, when it is the failure or a cause of it. */
    public static Optional<NotWrittenYet> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof NotWrittenYet missing) return Optional.of(missing);
        return Optional.empty();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

package minifaas.kernel;

import java.util.Optional;

/** Looks for what is behind a failure. */
public final class Causes {
    private Causes() {}

    /** The first of a type among a failure, its cause, the cause of that, and so on. */
    public static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (type.isInstance(cause)) return Optional.of(type.cast(cause));
        return Optional.empty();
    }
}

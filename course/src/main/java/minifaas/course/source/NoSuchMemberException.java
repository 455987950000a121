package minifaas.course.source;

/** A name leads to no member of the source, or to several; the message names what is there. */
public final class NoSuchMemberException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchMemberException(String message) {
        super(message);
    }
}

package minifaas.course.wire;

/** The other side is gone, or is no longer listened to. */
public final class ConnectionLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConnectionLostException(String why) {
        super(why);
    }
}

package minifaas;

import java.io.IOException;

/** minifaas cannot start here; the message says why in one line. */
public final class StartException extends IOException {
    private static final long serialVersionUID = 1;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}

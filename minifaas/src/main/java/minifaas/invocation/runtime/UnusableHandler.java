package minifaas.invocation.runtime;

/** The value of _HANDLER leads to nothing that can be called; the message, in AWS's words, says why. */
final class UnusableHandler extends Exception {
    UnusableHandler(String message) {
        super(message);
    }

    UnusableHandler(String message, Throwable reason) {
        super(message, reason);
    }
}

package minifaas.invocation.runtime;

/** The function's handler, ready to be called: JSON in, JSON out, whatever its own types are. */
interface Handler {
    /**
     * Handles one event.
     *
     * @return the response, JSON
     * @throws Throwable whatever the function's code throws
     */
    byte[] handle(Event event) throws Throwable;
}

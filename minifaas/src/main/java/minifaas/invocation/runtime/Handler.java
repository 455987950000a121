package minifaas.invocation.runtime;

import com.amazonaws.services.lambda.runtime.Context;

/** The function's handler, ready to be called: JSON in, JSON out, whatever its own types are. */
interface Handler {
    /**
     * Handles one event.
     *
     * @throws Throwable whatever the function's code throws
     */
    byte[] handle(byte[] event, Context context) throws Throwable;
}

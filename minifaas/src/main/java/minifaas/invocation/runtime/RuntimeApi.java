package minifaas.invocation.runtime;

import java.io.IOException;

/**
 * The runtime's side of the Lambda Runtime API: where events come from and answers go to.
 *
 * <p>Each method throws an IOException when the server has gone, or wants this environment to go. Source:
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html, November 2026.
 */
interface RuntimeApi {
    /** Waits, without limit, for the next event. */
    Event next() throws IOException;

    /** Posts the handler's response, JSON, to the invocation with this id. */
    void respond(String requestId, byte[] response) throws IOException;

    /** Reports that the invocation with this id failed. */
    void fail(String requestId, FunctionError error) throws IOException;

    /** Reports that the function could not be initialised; no event follows. */
    void failInit(FunctionError error) throws IOException;
}

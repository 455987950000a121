/**
 * The Java runtime: the program that runs inside an execution environment and calls the handler.
 *
 * <p>It knows nothing of the server. All that joins the two is the Runtime API and the environment variables, so the
 * package uses the JDK and AWS's two small libraries and nothing else of minifaas.
 */
package minifaas.invocation.runtime;

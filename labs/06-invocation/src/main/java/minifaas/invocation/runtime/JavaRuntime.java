package minifaas.invocation.runtime;

import java.io.File;
import java.io.IOException;
import minifaas.kernel.NotWrittenYet;

/**
 * The program inside a Java environment: finds the handler, then calls it for one event after the other.
 *
 * <p>It ends when the Runtime API closes the connection. Exit status 1: the function could not be initialised, or its
 * JVM can no longer be trusted (out of memory).
 */
public final class JavaRuntime {
    private JavaRuntime() {}

    /** Runs the function that the environment variables of AWS Lambda describe. */
    public static void main(String[] args) {
        new CalendarPreload().start();
        int status = 1;
        try (var api = new HttpRuntimeApi(System.getenv("AWS_LAMBDA_RUNTIME_API"))) {
            status = run(api, new File(System.getenv("LAMBDA_TASK_ROOT")), System.getenv("_HANDLER"));
        } catch (IOException e) {
            status = 0; // the server has gone, or wants this environment to go
        }
        Runtime.getRuntime().halt(status); // a thread of the function must not keep the environment alive
    }

    /** Initialises the function and serves events until the connection closes; the result is the exit status. */
    static int run(RuntimeApi api, File taskRoot, String handlerName) throws IOException {
        var functionLoader = new FunctionClassLoader(taskRoot);
        Thread.currentThread().setContextClassLoader(functionLoader);
        Handler handler;
        try {
            handler = new HandlerLoader(functionLoader).load(handlerName);
        } catch (Throwable thrown) { // the function's code may throw anything
            return failInit(api, thrown);
        }
        try {
            return serve(api, handler);
        } catch (RuntimeException bug) { // a loop that does not even begin is no better than a missing handler
            return failInit(api, bug);
        }
    }

    private static int failInit(RuntimeApi api, Throwable reason) throws IOException {
        log(reason);
        api.failInit(FunctionError.ofInit(reason));
        return 1;
    }

    /**
     * The runtime loop: takes one event after the other to the handler, and its answer to the Runtime API.
     *
     * <p>To each event there is exactly one answer, under the request id that came with it, before the next event is
     * asked for: the handler's response, or the error that it threw ({@link FunctionError#of}). Whatever it throws is
     * also {@linkplain #log logged}, and the next event is served as if nothing had happened; except after a
     * {@link VirtualMachineError}, since a JVM without memory or stack can no longer be trusted: then no other event is
     * asked for.
     *
     * <p>While the handler runs, the event's {@linkplain #setTraceId trace id} is set; what it printed is
     * {@linkplain #flushLog in the log} before the answer is posted.
     *
     * @return 1, the exit status after a VirtualMachineError; without one the loop does not return
     * @throws IOException as soon as the Runtime API throws one, from whichever method: the server has gone
     */
    static int serve(RuntimeApi api, Handler handler) throws IOException {
        throw new NotWrittenYet("6.1");
    }

    /**
     * Puts the X-Ray trace header of an event where AWS's SDKs look for it.
     *
     * @param traceId may be null: then there is none
     */
    static void setTraceId(String traceId) {
        if (traceId == null) System.clearProperty("com.amazonaws.xray.traceHeader");
        else System.setProperty("com.amazonaws.xray.traceHeader", traceId);
    }

    /** Writes an error with its stack trace into the function's log. */
    static void log(Throwable thrown) {
        thrown.printStackTrace();
        flushLog();
    }

    /** Sends what was printed on its way to the function's log. */
    static void flushLog() {
        System.out.flush();
        System.err.flush();
    }
}

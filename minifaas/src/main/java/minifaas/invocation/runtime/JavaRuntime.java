package minifaas.invocation.runtime;

import java.io.File;
import java.io.IOException;

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
        try (var api = new RuntimeApi(System.getenv("AWS_LAMBDA_RUNTIME_API"))) {
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
            log(thrown);
            api.failInit(FunctionError.ofInit(thrown));
            return 1;
        }
        return serve(api, handler);
    }

    private static int serve(RuntimeApi api, Handler handler) throws IOException {
        while (true) {
            Event event = api.next();
            setTraceId(event.traceId());
            byte[] response;
            try {
                response = handler.handle(event.body(), new LambdaContext(event));
            } catch (Throwable thrown) { // the function's code may throw anything
                log(thrown);
                api.fail(event.requestId(), FunctionError.of(thrown));
                if (thrown instanceof VirtualMachineError) return 1;
                continue;
            }
            flushLog();
            api.respond(event.requestId(), response);
        }
    }

    private static void setTraceId(String traceId) {
        if (traceId == null) System.clearProperty("com.amazonaws.xray.traceHeader");
        else System.setProperty("com.amazonaws.xray.traceHeader", traceId);
    }

    private static void log(Throwable thrown) {
        thrown.printStackTrace();
        flushLog();
    }

    private static void flushLog() {
        System.out.flush();
        System.err.flush();
    }
}

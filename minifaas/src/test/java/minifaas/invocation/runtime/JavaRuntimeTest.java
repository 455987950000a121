package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import minifaas.invocation.runtime.FakeRuntimeApi.Answer;
import minifaas.testing.ChangedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {
    private static final String HEAD = "package fn; import com.amazonaws.services.lambda.runtime.*;"
            + "import java.io.*; import java.util.*; public ";

    @TempDir
    Path taskRoot;

    private RunningRuntime start(String handler) throws Exception {
        return new RunningRuntime(JavaFunction.runtimeCommand(), taskRoot, handler);
    }

    private RunningRuntime start(String handler, String classBody) throws Exception {
        JavaFunction.compile(taskRoot, "fn.F", HEAD + classBody);
        return start(handler);
    }

    @Test
    void aRequestHandlerReadsAndWritesObjects() throws Exception {
        try (var runtime = start(
                "fn.F",
                "class F implements RequestHandler<F.In, F.Out> {"
                        + "public static class In { private String name; public void setName(String n) { name = n; } }"
                        + "public static class Out { public final String hello; Out(String h) { hello = h; } }"
                        + "public Out handleRequest(In in, Context c) { return new Out(in.name); } }")) {
            assertThat(runtime.respond("{\"name\":\"Zoë\",\"unknown\":1}")).isEqualTo("{\"hello\":\"Zoë\"}");
        }
    }

    @Test
    void aRequestHandlersTypesMayStandInASuperclass() throws Exception {
        try (var runtime = start(
                "fn.F$Real",
                "class F { public abstract static class Base<T> implements RequestHandler<T, Map<String, Integer>> {}"
                        + "public static class Real extends Base<List<Integer>> {"
                        + "public Map<String, Integer> handleRequest(List<Integer> in, Context c) {"
                        + "return Map.of(\"n\", in.get(0)); } } }")) {
            assertThat(runtime.respond("[7]")).isEqualTo("{\"n\":7}");
        }
    }

    @Test
    void aStreamHandlerWritesItsOwnBytes() throws Exception {
        try (var runtime = start(
                "fn.F",
                "class F implements RequestStreamHandler { public void handleRequest(InputStream in, OutputStream out,"
                        + " Context c) throws IOException { out.write('['); in.transferTo(out); out.write(']'); } }")) {
            assertThat(runtime.respond("1")).isEqualTo("[1]");
        }
    }

    @Test
    void anyPublicMethodCanBeTheHandler() throws Exception {
        JavaFunction.compile(
                taskRoot,
                "fn.F",
                HEAD + "class F {"
                        + "public String text(String s) { return s + '!'; }"
                        + "public int sum(List<Integer> n, Context c) { return n.get(0) + n.get(1); }"
                        + "public static long twice(long n) { return 2 * n; }"
                        + "public void copy(InputStream in, OutputStream out) throws IOException { in.transferTo(out); }"
                        + "public void copyToo(InputStream in, OutputStream out, Context c) throws IOException {"
                        + " in.transferTo(out); }"
                        + "public void nothing() {}"
                        + "public String two(String s) { return \"one\"; }"
                        + "public String two(String s, Context c) { return \"with context\"; } }");
        assertThat(answerOf("text", "\"a\"")).isEqualTo("\"a!\"");
        assertThat(answerOf("sum", "[1,2]")).isEqualTo("3");
        assertThat(answerOf("twice", "21")).isEqualTo("42");
        assertThat(answerOf("copy", "{\"a\":1}")).isEqualTo("{\"a\":1}");
        assertThat(answerOf("copyToo", "[]")).isEqualTo("[]");
        assertThat(answerOf("nothing", "{}")).isEqualTo("null");
        assertThat(answerOf("two", "\"a\"")).isEqualTo("\"with context\"");
    }

    private String answerOf(String method, String event) throws Exception {
        try (var runtime = start("fn.F::" + method)) {
            return runtime.respond(event);
        }
    }

    @Test
    void theContextDescribesTheInvocation() throws Exception {
        try (var runtime = start(
                "fn.F::handle",
                "class F { public List<Object> handle(Map<String, Object> event, Context c) {"
                        + "c.getLogger().log(\"logged\"); return Arrays.asList(c.getFunctionName(),"
                        + "c.getFunctionVersion(), c.getMemoryLimitInMB(), c.getAwsRequestId(),"
                        + "c.getInvokedFunctionArn(), c.getLogGroupName(), c.getLogStreamName(),"
                        + "c.getClientContext().getCustom(), c.getClientContext().getClient().getAppTitle(),"
                        + "c.getIdentity().getIdentityId(), c.getRemainingTimeInMillis() > 20000,"
                        + "System.getProperty(\"com.amazonaws.xray.traceHeader\")); } }")) {
            assertThat(runtime.respond(
                            "{}",
                            "Lambda-Runtime-Client-Context: {\"custom\":{\"k\":\"v\"},\"client\":{\"app_title\":\"t\"}}",
                            "Lambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":\"id\"}",
                            "Lambda-Runtime-Trace-Id: Root=1"))
                    .isEqualTo("[\"greeter\",\"$LATEST\",128,\"request-1\","
                            + "\"arn:aws:lambda:us-east-1:000000000000:function:f\",\"/aws/lambda/greeter\",\"stream\","
                            + "{\"k\":\"v\"},\"t\",\"id\",true,\"Root=1\"]");
            assertThat(runtime.log()).isEqualTo("logged\n");
        }
    }

    @Test
    void anErrorTellsMessageTypeStackAndCauseAndDoesNotEndTheRuntime() throws Exception {
        try (var runtime = start(
                "fn.F",
                "class F implements RequestHandler<Boolean, Integer> { int calls;"
                        + "public Integer handleRequest(Boolean fail, Context c) { calls++; if (fail)"
                        + "throw new IllegalStateException(\"no\", new IOException(\"disk\")); return calls; } }")) {
            assertThat(runtime.respond("false")).isEqualTo("1");
            Answer error = runtime.fail("true");
            assertThat(error.body())
                    .isEqualTo("{\"errorMessage\":\"no\",\"errorType\":\"java.lang.IllegalStateException\","
                            + "\"stackTrace\":[\"fn.F.handleRequest(F.java:1)\",\"fn.F.handleRequest(F.java:1)\"],"
                            + "\"cause\":{\"errorMessage\":\"disk\",\"errorType\":\"java.io.IOException\","
                            + "\"stackTrace\":[\"fn.F.handleRequest(F.java:1)\",\"fn.F.handleRequest(F.java:1)\"]}}");
            assertThat(runtime.respond("false")).isEqualTo("3");
            assertThat(runtime.log()).contains("java.lang.IllegalStateException: no\n\tat fn.F.handleRequest");
        }
    }

    @Test
    void anEventOfAnotherTypeIsAnErrorOfTheFunction() throws Exception {
        try (var runtime = start("fn.F::handle", "class F { public int handle(int n) { return n; } }")) {
            assertThat(runtime.fail("{}").body())
                    .startsWith("{\"errorMessage\":\"An error occurred during JSON parsing\","
                            + "\"errorType\":\"java.lang.RuntimeException\"");
        }
    }

    @Test
    void outOfMemoryIsReportedAndEndsTheEnvironment() throws Exception {
        JavaFunction.compile(
                taskRoot, "fn.F", HEAD + "class F { public int handle(int n) { return new long[n].length; } }");
        try (var runtime = new RunningRuntime(JavaFunction.runtimeCommand("-Xmx32m"), taskRoot, "fn.F::handle")) {
            assertThat(runtime.respond("1")).isEqualTo("1");
            assertThat(runtime.fail("100000000").body())
                    .startsWith("{\"errorMessage\":\"Java heap space\",\"errorType\":\"java.lang.OutOfMemoryError\"");
            assertThat(runtime.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void whatPreventsTheStartIsNamed() throws Exception {
        assertThat(initErrorOf("fn.None"))
                .isEqualTo("{\"errorMessage\":\"Class not found: fn.None\","
                        + "\"errorType\":\"java.lang.ClassNotFoundException\"}");
        JavaFunction.compile(
                taskRoot,
                "fn.F",
                HEAD + "class F { public void method(String a, int b) {}"
                        + "public static class Throws { public Throws() { throw new IllegalStateException(\"at init\"); }"
                        + "public void m() {} }"
                        + "public static class Raw implements RequestHandler {"
                        + "public Object handleRequest(Object o, Context c) { return o; } }"
                        + "public static class Closed { Closed() {} public void m() {} } }");
        assertThat(initErrorOf("fn.F")).contains("Class does not implement an appropriate handler interface: fn.F");
        assertThat(initErrorOf("fn.F::none"))
                .isEqualTo("{\"errorMessage\":\"No public method named none with appropriate method signature found on"
                        + " class fn.F\"}");
        assertThat(initErrorOf("fn.F::method"))
                .contains("No public method named method with appropriate method signature found on class fn.F");
        assertThat(initErrorOf("fn.F$Throws::m"))
                .startsWith("{\"errorMessage\":\"at init\",\"errorType\":\"java.lang.IllegalStateException\",");
        assertThat(initErrorOf("fn.F$Raw")).contains("does not implement RequestHandler with concrete type parameters");
        assertThat(initErrorOf("fn.F$Closed::m")).contains("has no public zero-argument constructor");
    }

    private String initErrorOf(String handler) throws Exception {
        try (var runtime = start(handler)) {
            Answer error = runtime.initError();
            assertThat(error.errorType()).isEqualTo("Runtime.BadFunctionCode");
            assertThat(runtime.exitStatus()).isEqualTo(1);
            return error.body();
        }
    }

    @Test
    void aLoopThatIsNotWrittenIsNamedInsteadOfAResponse(@TempDir Path scratch) throws Exception {
        String signature = "static int serve(RuntimeApi api, Handler handler) throws IOException {";
        Path classes = ChangedClasses.compile(
                "minifaas/invocation/runtime/JavaRuntime.java",
                signature,
                signature + " if (true) throw new minifaas.kernel.NotWrittenYet(\"6.1\");",
                scratch);
        JavaFunction.compile(taskRoot, "fn.F", HEAD + "class F { public int handle(int n) { return n; } }");
        List<String> command = JavaFunction.runtimeCommand();
        command.replaceAll(it -> it.contains("minifaas-java-runtime.jar") ? classes + File.pathSeparator + it : it);

        try (var runtime = new RunningRuntime(command, taskRoot, "fn.F::handle")) {
            assertThat(runtime.initError().body())
                    .startsWith("{\"errorMessage\":\"exercise 6.1 is not written yet\","
                            + "\"errorType\":\"minifaas.kernel.NotWrittenYet\"");
            assertThat(runtime.exitStatus()).isEqualTo(1);
            assertThat(runtime.log())
                    .contains("exercise 6.1 is not written yet")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void theRuntimeEndsWithItsServer() throws Exception {
        try (var runtime = start(
                "fn.F::handle",
                "class F { public F() { new Thread(() -> { while (true) { Thread.onSpinWait(); } }).start(); }"
                        + "public int handle(int n) { return n; } }")) {
            runtime.respond("1");
            runtime.closeRuntimeApi();
            assertThat(runtime.exitStatus()).isZero();
        }
    }
}

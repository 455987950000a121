package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import minifaas.testing.JavaClasses;
import minifaas.testing.Platform;
import minifaas.testing.UnixZip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaFunctionsTest extends EndToEnd {
    private static final String HANDLERS = """
            package shop;
            import com.amazonaws.services.lambda.runtime.*;
            import java.io.*;
            import java.util.*;

            public class Handlers {
                public static class Order {
                    private String item;
                    private int count;
                    public String getItem() { return item; }
                    public void setItem(String item) { this.item = item; }
                    public int getCount() { return count; }
                    public void setCount(int count) { this.count = count; }
                }

                public static class Pojo implements RequestHandler<Order, Order> {
                    public Order handleRequest(Order order, Context context) {
                        order.setCount(order.getCount() * 2);
                        return order;
                    }
                }

                public static class OfMap implements RequestHandler<Map<String, Object>, Map<String, Object>> {
                    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
                        return new TreeMap<>(Map.of("size", event.size(), "event", event));
                    }
                }

                public static class OfString implements RequestHandler<String, String> {
                    public String handleRequest(String name, Context context) { return "Hello " + name; }
                }

                public static class Stream implements RequestStreamHandler {
                    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                        out.write('[');
                        in.transferTo(out);
                        out.write(']');
                    }
                }

                public static class Methods {
                    private int calls;
                    public int count(int step) { return calls += step; }
                    public String about(Object event, Context context) {
                        int left = context.getRemainingTimeInMillis();
                        context.getLogger().log("left " + left);
                        return String.join(" ", context.getFunctionName(), context.getFunctionVersion(),
                            "" + context.getMemoryLimitInMB(), context.getInvokedFunctionArn(),
                            context.getLogGroupName(), "" + (left > 8000 && left <= 10000));
                    }
                }
            }
            """;

    private JavaClasses handlers;

    @BeforeAll
    void compile() {
        handlers = JavaClasses.compile("Handlers.java", HANDLERS);
    }

    private static void create(String name, String runtime, String handler, UnixZip zip) {
        platform.create(
                name,
                runtime,
                handler,
                zip.bytes(),
                request -> request.memorySize(256).timeout(10));
    }

    private static String answer(String name, String handler, UnixZip zip, String payload) {
        create(name, "java17", handler, zip);
        return platform.answer(name, payload);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pojo | shop.Handlers$Pojo | {\"item\":\"tea\",\"count\":3} | {\"item\":\"tea\",\"count\":6}",
                "pojo-by-method | shop.Handlers$Pojo::handleRequest | {\"count\":1} | {\"count\":2}",
                "map | shop.Handlers$OfMap | {\"a\":[1]} | {\"event\":{\"a\":[1]},\"size\":1}",
                "string | shop.Handlers$OfString | \"you\" | \"Hello you\"",
                "stream | shop.Handlers$Stream | {\"a\": 1} | [{\"a\": 1}]",
                "method | shop.Handlers$Methods::count | 7 | 7",
            })
    void aHandlerInAFolderOfClasses(String name, String handler, String payload, String expected) {
        assertThat(answer(name, handler, handlers.addTo(new UnixZip()), payload))
                .isEqualTo(expected);
    }

    @Test
    void aHandlerInAJarAtTheRoot() {
        var zip = new UnixZip().file("shop.jar", handlers.jar());
        assertThat(answer("jar", "shop.Handlers$OfString", zip, "\"jar\"")).isEqualTo("\"Hello jar\"");
    }

    @Test
    void aHandlerInAJarInLib() {
        var zip = new UnixZip().file("lib/shop.jar", handlers.jar());
        assertThat(answer("lib", "shop.Handlers$OfString", zip, "\"lib\"")).isEqualTo("\"Hello lib\"");
    }

    @Test
    void theContextKnowsTheFunctionAndTheTimeThatRemains() {
        assertThat(answer("context", "shop.Handlers$Methods::about", handlers.addTo(new UnixZip()), "{}"))
                .isEqualTo("\"context $LATEST 256 " + ARN + "context /aws/lambda/context true\"");
        assertThat(log("context")).contains("left ");
    }

    private static String log(String name) {
        return Platform.log(platform.invoke(name, "{}"));
    }

    @Test
    void anEnvironmentKeepsItsStateFromOneInvocationToTheNext() {
        create("counter", "java17", "shop.Handlers$Methods::count", handlers.addTo(new UnixZip()));
        assertThat(platform.answer("counter", "1")).isEqualTo("1");
        assertThat(platform.answer("counter", "2")).isEqualTo("3");
    }

    @Test
    void aFunctionUsesItsOwnJackson() {
        var own = JavaClasses.compile(
                "ObjectMapper.java",
                "package com.fasterxml.jackson.databind;"
                        + " public class ObjectMapper { public String version() { return \"my own\"; } }");
        // compiled by reflection, since the test's class path has another ObjectMapper
        var user = JavaClasses.compile("User.java", """
                public class User {
                    public String handle(String event) throws Exception {
                        Class<?> mapper = Class.forName("com.fasterxml.jackson.databind.ObjectMapper");
                        return (String) mapper.getMethod("version").invoke(mapper.getConstructor().newInstance());
                    }
                }
                """);
        var zip = user.addTo(new UnixZip()).file("lib/jackson-databind.jar", own.jar());
        assertThat(answer("jackson", "User::handle", zip, "\"\"")).isEqualTo("\"my own\"");
    }

    @Test
    void theRuntimesOwnLibrariesAreOutOfSight() {
        var curious = JavaClasses.compile("Curious.java", """
                public class Curious {
                    public boolean handle(String name) {
                        try {
                            Class.forName(name);
                            return true;
                        } catch (ClassNotFoundException unseen) {
                            return false;
                        }
                    }
                }
                """);
        create("curious", "java17", "Curious::handle", curious.addTo(new UnixZip()));
        assertThat(platform.answer("curious", "\"com.amazonaws.services.lambda.runtime.Context\""))
                .isEqualTo("true");
        for (String hidden : new String[] {
            "minifaas.invocation.runtime.JavaRuntime",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "com.fasterxml.jackson.databind.ObjectMapper",
        }) assertThat(platform.answer("curious", '"' + hidden + '"')).isEqualTo("false");
    }

    @Test
    void awsEventTypesAreReadAsAwsReadsThem() throws Exception {
        var classes = JavaClasses.compile("Events.java", """
                import com.amazonaws.services.lambda.runtime.events.*;
                import java.util.stream.Collectors;

                public class Events {
                    public String bodies(SQSEvent event) {
                        return event.getRecords().stream()
                            .map(record -> record.getEventSourceArn() + "=" + record.getBody())
                            .collect(Collectors.joining(","));
                    }
                    public APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent request) {
                        return new APIGatewayProxyResponseEvent().withStatusCode(200)
                            .withBody(request.getHttpMethod() + " " + request.getPath());
                    }
                    public String time(ScheduledEvent event) { return event.getTime().toString(); }
                }
                """);
        var zip = classes.addTo(new UnixZip());
        JavaClasses.addJars(zip, "aws-lambda-java-events", "joda-time");
        create("events", "java17", "Events::bodies", zip);
        assertThat(platform.answer(
                        "events", "{\"Records\":[{\"body\":\"a\",\"eventSourceARN\":\"q1\"},{\"body\":\"b\"}]}"))
                .isEqualTo("\"q1=a,null=b\"");

        configure("events", "Events::answer");
        assertThat(json(platform.answer("events", "{\"httpMethod\":\"GET\",\"path\":\"/p\"}")))
                .containsEntry("statusCode", 200)
                .containsEntry("body", "GET /p");
        configure("events", "Events::time");
        assertThat(platform.answer("events", "{\"time\":\"2026-11-21T10:00:00Z\"}"))
                .isEqualTo("\"2026-11-21T10:00:00.000Z\"");
    }

    private static void configure(String name, String handler) {
        lambda.updateFunctionConfiguration(request -> request.functionName(name).handler(handler));
        platform.awaitUpdated(name);
    }

    @Test
    void aMissingClassIsNamed() throws Exception {
        create("missing", "java17", "shop.Nobody::handle", handlers.addTo(new UnixZip()));
        var failed = platform.invoke("missing", "{}");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(json(failed.payload().asUtf8String()))
                .containsEntry("errorType", "java.lang.ClassNotFoundException")
                .containsEntry("errorMessage", "Class not found: shop.Nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java17", "java21", "java25"})
    void everyVersionRunsOnWhatIsThereAndTheLogSaysWhenThatIsAnother(String runtime) {
        var classes = JavaClasses.compile(
                "Version.java",
                "public class Version { public int handle(Object event) { return Runtime.version().feature(); } }");
        create(runtime, runtime, "Version::handle", classes.addTo(new UnixZip()));

        var answer = platform.invoke(runtime, "{}");
        String version = answer.payload().asUtf8String();
        String log = Platform.log(answer);
        if (runtime.equals("java" + version)) assertThat(log).doesNotContain("runs on");
        else assertThat(log).contains("minifaas: " + runtime + " runs on Java " + version);
    }
}

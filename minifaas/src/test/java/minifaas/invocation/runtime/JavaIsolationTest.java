package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaIsolationTest {
    @TempDir
    Path taskRoot;

    @TempDir
    Path classes;

    private RunningRuntime start(String handler) throws Exception {
        return new RunningRuntime(JavaFunction.runtimeCommand(), taskRoot, handler);
    }

    private void addLibrary(Class<?> type) throws Exception {
        Path jar = JavaFunction.jarOf(type);
        Files.createDirectories(taskRoot.resolve("lib"));
        Files.copy(jar, taskRoot.resolve("lib").resolve(jar.getFileName()));
    }

    @Test
    void aFunctionThatBringsItsOwnJacksonGetsItsOwn() throws Exception {
        JavaFunction.compile(
                classes,
                "ObjectMapper",
                "package com.fasterxml.jackson.databind; public class ObjectMapper {"
                        + "public String whose() { return \"the function's\"; } }");
        JavaFunction.jar(classes, taskRoot.resolve("lib/other-jackson.jar"));
        JavaFunction.compile(
                taskRoot,
                "F",
                "package fn; public class F { public Object handle(java.util.Map<String, Object> e) throws Exception {"
                        + "Class<?> c = Class.forName(\"com.fasterxml.jackson.databind.ObjectMapper\");"
                        + "return c.getMethod(\"whose\").invoke(c.getConstructor().newInstance()); } }");
        try (var runtime = start("fn.F::handle")) {
            assertThat(runtime.respond("{}")).isEqualTo("\"the function's\"");
        }
    }

    @Test
    void theRuntimesOwnClassesAreOutOfSight() throws Exception {
        JavaFunction.compile(
                taskRoot,
                "F",
                "package fn; public class F { public String handle(String name) {"
                        + "try { Class.forName(name); return \"seen\"; }"
                        + "catch (ClassNotFoundException e) { return \"not seen\"; } } }");
        try (var runtime = start("fn.F::handle")) {
            assertThat(runtime.respond("\"com.amazonaws.services.lambda.runtime.Context\""))
                    .isEqualTo("\"seen\"");
            for (String hidden : new String[] {
                "minifaas.invocation.runtime.JavaRuntime",
                "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
                "com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.ObjectMapper"
            }) {
                assertThat(runtime.respond("\"" + hidden + "\"")).as(hidden).isEqualTo("\"not seen\"");
            }
        }
    }

    @Test
    void aJarAtTheRootIsOnTheClassPathAndAFunctionsOwnCoreDoesNotClash() throws Exception {
        JavaFunction.compile(
                classes,
                "F",
                "package fn; import com.amazonaws.services.lambda.runtime.*;"
                        + "public class F implements RequestHandler<String, String> {"
                        + "public String handleRequest(String s, Context c) { return s; } }");
        JavaFunction.jar(classes, taskRoot.resolve("function.jar"));
        addLibrary(com.amazonaws.services.lambda.runtime.Context.class);
        try (var runtime = start("fn.F")) {
            assertThat(runtime.respond("\"a\"")).isEqualTo("\"a\"");
        }
    }

    @Test
    void awsEventTypesAreReadAsAwsReadsThem() throws Exception {
        addLibrary(SQSEvent.class);
        addLibrary(org.joda.time.DateTime.class); // a dependency of the events library
        JavaFunction.compile(
                taskRoot,
                "F",
                "package fn; import com.amazonaws.services.lambda.runtime.*;"
                        + "import com.amazonaws.services.lambda.runtime.events.*; import java.util.*;"
                        + "public class F { public static class Queue implements RequestHandler<SQSEvent, SQSBatchResponse> {"
                        + "public SQSBatchResponse handleRequest(SQSEvent e, Context c) { SQSEvent.SQSMessage m ="
                        + " e.getRecords().get(0); return new SQSBatchResponse(List.of("
                        + "new SQSBatchResponse.BatchItemFailure(m.getBody() + m.getEventSourceArn()))); } }"
                        + "public static class Bucket implements RequestHandler<S3Event, String> {"
                        + "public String handleRequest(S3Event e, Context c) {"
                        + "return e.getRecords().get(0).getS3().getBucket().getName(); } }"
                        + "public static class Api implements"
                        + " RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {"
                        + "public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent e, Context c) {"
                        + "return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(e.getPath()); } } }");
        try (var runtime = start("fn.F$Queue")) {
            assertThat(runtime.respond("{\"Records\":[{\"body\":\"b\",\"eventSourceARN\":\"arn\"}]}"))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"barn\"}]}");
        }
        try (var runtime = start("fn.F$Bucket")) {
            assertThat(
                            runtime.respond(
                                    "{\"Records\":[{\"eventTime\":\"2026-11-21T10:00:00Z\",\"s3\":{\"bucket\":{\"name\":\"photos\"}}}]}"))
                    .isEqualTo("\"photos\"");
        }
        try (var runtime = start("fn.F$Api")) {
            assertThat(runtime.respond("{\"path\":\"/pets\",\"httpMethod\":\"GET\"}"))
                    .isEqualTo("{\"statusCode\":200,\"body\":\"/pets\"}");
        }
    }
}

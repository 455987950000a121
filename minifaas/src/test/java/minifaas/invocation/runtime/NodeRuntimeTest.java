package minifaas.invocation.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minifaas.invocation.runtime.FakeRuntimeApi.Answer;
import minifaas.testing.Machine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeRuntimeTest {
    @TempDir
    Path taskRoot;

    @BeforeEach
    void findNode() {
        Machine.needs("node");
    }

    private RunningRuntime start(String handler) throws Exception {
        return new RunningRuntime(List.of("node", RuntimeLoops.file("node.cjs"), "/sdk"), taskRoot, handler);
    }

    private void write(String file, String code) throws Exception {
        Files.createDirectories(taskRoot.resolve(file).getParent());
        Files.writeString(taskRoot.resolve(file), code);
    }

    private String answerOf(String code) throws Exception {
        write("index.js", code);
        try (var runtime = start("index.handler")) {
            return runtime.respond("{\"name\":\"Zoë\"}");
        }
    }

    private Answer errorOf(String code) throws Exception {
        write("index.js", code);
        try (var runtime = start("index.handler")) {
            return runtime.fail("{}");
        }
    }

    @Test
    void anAsyncHandlerAnswersWhatItReturns() throws Exception {
        assertThat(answerOf("exports.handler = async (event) => ({ hello: event.name })"))
                .isEqualTo("{\"hello\":\"Zoë\"}");
    }

    @Test
    void aPromiseIsAwaited() throws Exception {
        assertThat(answerOf("exports.handler = (e) => new Promise((done) => setTimeout(() => done(e.name), 5))"))
                .isEqualTo("\"Zoë\"");
    }

    @Test
    void aPlainValueIsAnAnswer() throws Exception {
        assertThat(answerOf("exports.handler = (event) => event.name")).isEqualTo("\"Zoë\"");
    }

    @Test
    void undefinedAnswersNull() throws Exception {
        assertThat(answerOf("exports.handler = async () => {}")).isEqualTo("null");
        assertThat(answerOf("exports.handler = () => {}")).isEqualTo("null");
    }

    @Test
    void aCallbackAnswersWhenNothingIsLeftToDo() throws Exception {
        assertThat(answerOf("exports.handler = (event, context, callback) => {"
                        + "const result = []; setTimeout(() => result.push('late'), 20); callback(null, result) }"))
                .isEqualTo("[\"late\"]");
    }

    @Test
    void aCallbackMayComeLate() throws Exception {
        String late = "(event, context, callback) => setTimeout(() => callback(null, 'late'), 20)";
        assertThat(answerOf("exports.handler = " + late)).isEqualTo("\"late\"");
        assertThat(answerOf("const late = " + late + "; setInterval(() => {}, 1000); exports.handler ="
                        + " (event, context, callback) => { context.callbackWaitsForEmptyEventLoop = false;"
                        + " late(event, context, callback) }"))
                .isEqualTo("\"late\"");
    }

    @Test
    void aHandlerThatNeverAnswersAnswersNullWhenNothingIsLeftToDo() throws Exception {
        assertThat(answerOf("exports.handler = (event, context, callback) => {}"))
                .isEqualTo("null");
        assertThat(answerOf("exports.handler = () => new Promise(() => {})")).isEqualTo("null");
    }

    @Test
    void aCallbackAnswersAtOnceWhenToldNotToWait() throws Exception {
        assertThat(answerOf("exports.handler = (event, context, callback) => {"
                        + "context.callbackWaitsForEmptyEventLoop = false;"
                        + "setInterval(() => {}, 1000); callback(null, 'now') }"))
                .isEqualTo("\"now\"");
    }

    @Test
    void aCallbackMayComeAfterTheHandlerHasReturned() throws Exception {
        assertThat(answerOf("exports.handler = (event, context, callback) => {"
                        + "setTimeout(() => callback(null, 'late'), 20) }"))
                .isEqualTo("\"late\"");
    }

    @Test
    void aLateCallbackAnswersAtOnceWhenToldNotToWait() throws Exception {
        assertThat(answerOf("exports.handler = (event, context, callback) => {"
                        + "context.callbackWaitsForEmptyEventLoop = false; setInterval(() => {}, 1000);"
                        + "setTimeout(() => callback(null, 'late'), 20) }"))
                .isEqualTo("\"late\"");
    }

    @Test
    void withoutAnyAnswerItIsNullWhenNothingIsLeftToDo() throws Exception {
        assertThat(answerOf("exports.handler = (event, context, callback) => { setTimeout(() => {}, 20) }"))
                .isEqualTo("null");
    }

    @Test
    void theContextCanAnswerToo() throws Exception {
        assertThat(answerOf("exports.handler = (event, context) => { context.succeed('done') }"))
                .isEqualTo("\"done\"");
    }

    @Test
    void esModulesAreLoadedByTheirEndingOrByPackageJson() throws Exception {
        write("index.mjs", "export const handler = async () => 'mjs'");
        write("src/package.json", "{\"type\":\"module\"}");
        write("src/app/index.js", "export const handler = async () => import.meta.url.slice(-12)");
        try (var runtime = start("index.handler")) {
            assertThat(runtime.respond("{}")).isEqualTo("\"mjs\"");
        }
        try (var runtime = start("src/app/index.handler")) {
            assertThat(runtime.respond("{}")).isEqualTo("\"app/index.js\"");
        }
    }

    @Test
    void theHandlersNameMayLeadIntoAnObject() throws Exception {
        write("lib/index.js", "exports.api = { get: async () => 'deep' }");
        try (var runtime = start("lib/index.api.get")) {
            assertThat(runtime.respond("{}")).isEqualTo("\"deep\"");
        }
    }

    @Test
    void theContextDescribesTheInvocation() throws Exception {
        write(
                "index.js",
                "exports.handler = async (event, c) => [c.functionName, c.functionVersion, c.memoryLimitInMB,"
                        + "c.awsRequestId, c.invokedFunctionArn, c.logGroupName, c.logStreamName, c.clientContext.custom,"
                        + "c.getRemainingTimeInMillis() > 20000, process.env._X_AMZN_TRACE_ID]");
        try (var runtime = start("index.handler")) {
            assertThat(runtime.respond(
                            "{}",
                            "Lambda-Runtime-Client-Context: {\"custom\":{\"k\":1}}",
                            "Lambda-Runtime-Trace-Id: Root=1"))
                    .isEqualTo("[\"greeter\",\"$LATEST\",\"128\",\"request-1\","
                            + "\"arn:aws:lambda:us-east-1:000000000000:function:f\",\"/aws/lambda/greeter\",\"stream\","
                            + "{\"k\":1},true,\"Root=1\"]");
        }
    }

    @Test
    void globalStateSurvivesAndAnErrorDoesNotEndTheRuntime() throws Exception {
        write(
                "index.js",
                "let n = 0; exports.handler = async (fail) => { n++; if (fail) throw Error('no'); return n }");
        try (var runtime = start("index.handler")) {
            assertThat(runtime.respond("false")).isEqualTo("1");
            assertThat(runtime.fail("true").body()).contains("\"errorMessage\":\"no\"");
            assertThat(runtime.respond("false")).isEqualTo("3");
        }
    }

    @Test
    void aThrownErrorIsReportedWithItsTrace() throws Exception {
        Answer error = errorOf("exports.handler = async () => { throw new TypeError('wrong') }");
        assertThat(error.errorType()).isEqualTo("TypeError");
        assertThat(error.body())
                .startsWith("{\"errorType\":\"TypeError\",\"errorMessage\":\"wrong\",\"trace\":[\"TypeError: wrong\",");
    }

    @Test
    void anythingCanBeThrown() throws Exception {
        assertThat(errorOf("exports.handler = async () => { throw 'text' }").body())
                .isEqualTo("{\"errorType\":\"string\",\"errorMessage\":\"text\",\"trace\":[]}");
    }

    @Test
    void aResultWithoutJsonIsAnError() throws Exception {
        assertThat(errorOf("exports.handler = async () => 1n").body()).contains("Unable to stringify response body");
    }

    @Test
    void anUncaughtExceptionAndAnUnhandledRejectionEndTheEnvironment() throws Exception {
        write("index.js", "exports.handler = () => new Promise(() => setTimeout(() => { throw Error('late') }, 1))");
        try (var runtime = start("index.handler")) {
            assertThat(runtime.fail("{}").body()).contains("\"errorMessage\":\"late\"");
            assertThat(runtime.exitStatus()).isEqualTo(129);
        }
        write("index.js", "exports.handler = () => new Promise(() => { Promise.reject(Error('lost')) })");
        try (var runtime = start("index.handler")) {
            Answer error = runtime.fail("{}");
            assertThat(error.errorType()).isEqualTo("Runtime.UnhandledPromiseRejection");
            assertThat(error.body()).contains("\"errorMessage\":\"Error: lost\"");
            assertThat(runtime.exitStatus()).isEqualTo(128);
        }
    }

    private Answer initErrorOf(String handler) throws Exception {
        try (var runtime = start(handler)) {
            Answer error = runtime.initError();
            assertThat(runtime.exitStatus()).isEqualTo(1);
            return error;
        }
    }

    @Test
    void whatPreventsTheStartIsNamed() throws Exception {
        assertThat(initErrorOf("index.handler").errorType()).isEqualTo("Runtime.ImportModuleError");
        write("index.js", "exports.other = 1");
        assertThat(initErrorOf("index.handler").body())
                .startsWith("{\"errorType\":\"Runtime.HandlerNotFound\","
                        + "\"errorMessage\":\"index.handler is undefined or not exported\"");
        assertThat(initErrorOf("index.other").body()).contains("index.other is not a function");
        assertThat(initErrorOf("index").errorType()).isEqualTo("Runtime.MalformedHandlerName");
        write("index.js", "exports.handler = (");
        assertThat(initErrorOf("index.handler").errorType()).isEqualTo("Runtime.UserCodeSyntaxError");
        write("index.js", "throw new RangeError('at import')");
        assertThat(initErrorOf("index.handler").body())
                .startsWith("{\"errorType\":\"RangeError\",\"errorMessage\":\"at import\"");
    }

    @Test
    void aMissingSdkSaysHowToGetIt() throws Exception {
        String howTo = "npm install --prefix /sdk/nodejs @aws-sdk/client-s3";
        write("index.js", "require('@aws-sdk/client-s3')");
        assertThat(initErrorOf("index.handler").body()).contains(howTo);
        write("esm.mjs", "import '@aws-sdk/client-s3'");
        assertThat(initErrorOf("esm.handler").body()).contains("Runtime.ImportModuleError", howTo);
    }

    @Test
    void aLogLineBearsItsTimeRequestAndLevel() throws Exception {
        write("index.js", "exports.handler = async () => { console.log('n = %d', 7); console.error('bad') }");
        try (var runtime = start("index.handler")) {
            runtime.respond("{}");
            assertThat(runtime.log())
                    .containsPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\trequest-1\tINFO\tn = 7\n")
                    .contains("\trequest-1\tERROR\tbad\n");
        }
    }

    @Test
    void theRuntimeEndsWithItsServer() throws Exception {
        write("index.js", "setInterval(() => {}, 1000); exports.handler = async () => 1");
        try (var runtime = start("index.handler")) {
            runtime.respond("{}");
            runtime.closeRuntimeApi();
            assertThat(runtime.exitStatus()).isZero();
        }
    }

    @Test
    void aLargeEventAndALargeResponsePass() throws Exception {
        write("index.js", "exports.handler = async (event) => event");
        String large = "\"" + "é".repeat(2_000_000) + "\"";
        try (var runtime = start("index.handler")) {
            assertThat(runtime.respond(large).equals(large)).isTrue();
        }
    }
}

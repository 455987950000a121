package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeFunctionsTest extends EndToEnd {
    @BeforeAll
    static void findNode() {
        Machine.needs("node", "nodejs");
    }

    private static String answer(String name, String handler, Map<String, String> files, String payload) {
        platform.create(name, "nodejs20.x", handler, files);
        return platform.answer(name, payload);
    }

    @Test
    void anAsyncHandlerOfACommonJsModule() {
        assertThat(answer(
                        "async",
                        "index.handler",
                        Map.of("index.js", "exports.handler = async (event) => ({ sum: event.a + event.b });"),
                        "{\"a\":1,\"b\":2}"))
                .isEqualTo("{\"sum\":3}");
    }

    @Test
    void aHandlerThatReturnsAPromise() {
        assertThat(answer(
                        "promise",
                        "index.handler",
                        Map.of(
                                "index.js",
                                "exports.handler = (e) => new Promise((done) => setTimeout(() => done(e * 2), 5));"),
                        "21"))
                .isEqualTo("42");
    }

    @Test
    void aHandlerThatCallsBack() throws Exception {
        var files = Map.of(
                "index.js",
                "exports.handler = (e, c, callback) => setTimeout(() => callback(e.bad && new Error(e.bad), 'ok'), 5);");
        assertThat(answer("callback", "index.handler", files, "{}")).isEqualTo("\"ok\"");

        var failed = platform.invoke("callback", "{\"bad\":\"luck\"}");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(json(failed.payload().asUtf8String()))
                .containsEntry("errorType", "Error")
                .containsEntry("errorMessage", "luck")
                .containsKey("trace");
    }

    @Test
    void anEsModuleByItsEndingWithAwaitAtTheTop() {
        assertThat(answer("mjs", "index.handler", Map.of("index.mjs", """
                                import { basename } from 'node:path';
                                const greeting = await Promise.resolve('Hello ');
                                export const handler = async (event) => greeting + basename(event);
                                """), "\"/home/you\""))
                .isEqualTo("\"Hello you\"");
    }

    @Test
    void anEsModuleByItsPackage() {
        assertThat(answer(
                        "esm",
                        "index.handler",
                        Map.of(
                                "package.json", "{\"type\":\"module\"}",
                                "index.js",
                                        "import own from './own.js'; export async function handler() { return own; }",
                                "own.js", "export default 'own';"),
                        "{}"))
                .isEqualTo("\"own\"");
    }

    @Test
    void aHandlerInANestedFolder() {
        assertThat(answer(
                        "nested",
                        "src/app/main.run",
                        Map.of(
                                "src/app/main.js",
                                "exports.run = async () => require('./near');",
                                "src/app/near.js",
                                "module.exports = 'near';"),
                        "{}"))
                .isEqualTo("\"near\"");
    }

    @Test
    void theContextKnowsTheFunctionAndTheTimeThatRemains() throws Exception {
        String context = answer("context", "index.handler", Map.of("index.js", """
                        exports.handler = async (event, context) => [context.functionName, context.functionVersion,
                          context.memoryLimitInMB, context.invokedFunctionArn, context.logGroupName,
                          context.getRemainingTimeInMillis() > 2000 && context.getRemainingTimeInMillis() <= 3000];
                        """), "{}");
        assertThat(context)
                .isEqualTo("[\"context\",\"$LATEST\",\"128\",\"" + ARN + "context\",\"/aws/lambda/context\",true]");
    }

    @Test
    void theSdkIsFoundInTheSdkFolderByRequireAndByImport() throws Exception {
        var folder = Files.createDirectories(data.resolve("sdk/nodejs/node_modules/@aws-sdk/client-lambda"));
        Files.writeString(
                folder.resolve("package.json"), "{\"name\":\"@aws-sdk/client-lambda\",\"main\":\"index.js\"}");
        Files.writeString(folder.resolve("index.js"), "exports.LambdaClient = class LambdaClient {};");

        assertThat(answer(
                        "sdk-require",
                        "index.handler",
                        Map.of(
                                "index.js",
                                "const { LambdaClient } = require('@aws-sdk/client-lambda');"
                                        + " exports.handler = async () => LambdaClient.name;"),
                        "{}"))
                .isEqualTo("\"LambdaClient\"");
        assertThat(answer(
                        "sdk-import",
                        "index.handler",
                        Map.of(
                                "index.mjs",
                                "import { LambdaClient } from '@aws-sdk/client-lambda';"
                                        + " export const handler = async () => LambdaClient.name;"),
                        "{}"))
                .isEqualTo("\"LambdaClient\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exports.handler = async () => 1; require('@aws-sdk/client-s3');",
                "import '@aws-sdk/client-s3'; export const handler = async () => 1;",
            })
    void aMissingSdkSaysHowToGetIt(String code) throws Exception {
        boolean isModule = code.startsWith("import");
        String name = isModule ? "no-sdk-import" : "no-sdk-require";
        platform.create(name, "nodejs20.x", "index.handler", Map.of(isModule ? "index.mjs" : "index.js", code));

        var failed = platform.invoke(name, "{}");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(json(failed.payload().asUtf8String())).containsEntry("errorType", "Runtime.ImportModuleError");
        assertThat(failed.payload().asUtf8String())
                .contains("npm install --prefix " + data.resolve("sdk/nodejs") + " @aws-sdk/client-s3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x"})
    void everyVersionRunsOnWhatIsThereAndTheLogSaysWhenThatIsAnother(String runtime) {
        String name = runtime.replace('.', '-');
        platform.create(
                name,
                runtime,
                "index.handler",
                Map.of("index.js", "exports.handler = async () => process.versions.node.split('.')[0];"));

        var answer = platform.invoke(name, "{}");
        String version = answer.payload().asUtf8String().replace("\"", "");
        String log = Platform.log(answer);
        if (runtime.equals("nodejs" + version + ".x")) assertThat(log).doesNotContain("runs on");
        else assertThat(log).contains("minifaas: " + runtime + " runs on Node.js " + version + ".");
    }
}

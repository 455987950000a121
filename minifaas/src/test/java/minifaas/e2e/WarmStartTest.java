package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import minifaas.testing.JavaClasses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** Chapter 7 through the real API: the first call is cold, the next ones find what it left. */
class WarmStartTest extends EndToEnd {
    private static final String INIT_DURATION = "Init Duration: ";

    /** The function counts its calls in a variable and in the length of a file in /tmp. */
    private static void stateSurvives(String function) {
        var cold = platform.invoke(function, "{}");
        var warm = platform.invoke(function, "{}");

        assertThat(cold.payload().asUtf8String()).matches("\\[1, ?1]");
        assertThat(warm.payload().asUtf8String()).matches("\\[2, ?2]");
        assertThat(Platform.log(cold)).containsOnlyOnce(INIT_DURATION);
        assertThat(Platform.log(warm)).contains("REPORT ").doesNotContain(INIT_DURATION);
    }

    @Test
    void inPythonTheSecondCallIsWarmAndFindsItsVariablesAndItsTmp() {
        Machine.needs("python3", "python");
        platform.create("count-python", "python3.11", "app.handler", Map.of("app.py", """
                import os, tempfile
                calls = 0
                def handler(event, context):
                    global calls
                    calls += 1
                    notes = os.path.join(tempfile.gettempdir(), 'notes')
                    with open(notes, 'a') as file: file.write('x')
                    return [calls, os.path.getsize(notes)]
                """));

        stateSurvives("count-python");
    }

    @Test
    void inNodeTheSecondCallIsWarmAndFindsItsVariablesAndItsTmp() {
        Machine.needs("node", "nodejs");
        platform.create("count-node", "nodejs20.x", "index.handler", Map.of("index.js", """
                const fs = require('fs'), notes = require('os').tmpdir() + '/notes';
                let calls = 0;
                exports.handler = async () => {
                  fs.appendFileSync(notes, 'x');
                  return [++calls, fs.statSync(notes).size];
                };
                """));

        stateSurvives("count-node");
    }

    @Test
    void inJavaTheSecondCallIsWarmAndFindsItsVariablesAndItsTmp() {
        byte[] zip = JavaClasses.compile("Count.java", """
                import com.amazonaws.services.lambda.runtime.*;
                import java.nio.file.*;
                import java.util.*;
                public class Count implements RequestHandler<Map<String, Object>, List<Long>> {
                    static long calls;
                    public List<Long> handleRequest(Map<String, Object> event, Context context) {
                        try {
                            Path scratch = Files.createTempFile("scratch", "");
                            Path notes = scratch.resolveSibling("notes");
                            Files.delete(scratch);
                            Files.writeString(notes, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                            return List.of(++calls, Files.size(notes));
                        } catch (java.io.IOException failure) {
                            throw new IllegalStateException(failure);
                        }
                    }
                }
                """).jar();
        platform.create("count-java", "java17", "Count::handleRequest", zip, request -> request.memorySize(256));

        stateSurvives("count-java");
    }

    @Test
    void anEnvironmentsTmpIsItsOwnAndGoneWithIt() throws Exception {
        Machine.needs("python3", "python");
        platform.create("tmp", "python3.11", "app.handler", Map.of("app.py", """
                import os, tempfile
                def handler(event, context):
                    return [tempfile.gettempdir(), os.listdir(tempfile.gettempdir())]
                """));

        String answer = platform.answer("tmp", "{}");

        assertThat(answer).startsWith("[\"" + data.toRealPath()).endsWith("[]]");
    }

    @Test
    void afterAnUpdateOfTheCodeTheNewCodeAnswersAtOnceAndTheOldEnvironmentNeverAgain() {
        Machine.needs("python3", "python");
        platform.create("release", "python3.11", "app.handler", Map.of("app.py", "def handler(e, c): return 'old'"));
        assertThat(platform.answer("release", "{}")).isEqualTo("\"old\"");

        byte[] zip = Platform.zip(Map.of("app.py", "def handler(e, c): return 'new'"));
        platform.lambda()
                .updateFunctionCode(request -> request.functionName("release").zipFile(SdkBytes.fromByteArray(zip)));
        platform.awaitUpdated("release");

        for (int call = 0; call < 5; call++)
            assertThat(platform.answer("release", "{}")).isEqualTo("\"new\"");
    }

    @Test
    void afterAnUpdateOfTheConfigurationTheNextCallSeesItInANewEnvironment() {
        Machine.needs("python3", "python");
        platform.create("settings", "python3.11", "app.handler", Map.of("app.py", """
                import os
                def handler(event, context): return os.environ.get('COLOUR')
                """));
        assertThat(platform.answer("settings", "{}")).isEqualTo("null");

        platform.lambda()
                .updateFunctionConfiguration(request ->
                        request.functionName("settings").environment(its -> its.variables(Map.of("COLOUR", "green"))));
        platform.awaitUpdated("settings");

        var response = platform.invoke("settings", "{}");
        assertThat(response.payload().asUtf8String()).isEqualTo("\"green\"");
        assertThat(Platform.log(response)).contains(INIT_DURATION);
    }

    @Test
    void aPublishedVersionKeepsItsOwnWarmEnvironmentThroughAnUpdate() {
        Machine.needs("python3", "python");
        String counting = "n = 0\ndef handler(e, c):\n  global n\n  n += 1\n  return n";
        platform.create("pinned", "python3.11", "app.handler", Map.of("app.py", counting));
        String version = platform.lambda()
                .publishVersion(request -> request.functionName("pinned"))
                .version();
        assertThat(answerOf("pinned", version)).isEqualTo("1");

        byte[] zip = Platform.zip(Map.of("app.py", "def handler(e, c): return 'new'"));
        platform.lambda()
                .updateFunctionCode(request -> request.functionName("pinned").zipFile(SdkBytes.fromByteArray(zip)));
        platform.awaitUpdated("pinned");

        assertThat(answerOf("pinned", version)).isEqualTo("2");
        assertThat(platform.answer("pinned", "{}")).isEqualTo("\"new\"");
    }

    private static String answerOf(String function, String version) {
        var response = platform.lambda()
                .invoke(request -> request.functionName(function).qualifier(version));
        assertThat(response.executedVersion()).isEqualTo(version);
        return response.payload().asUtf8String();
    }
}

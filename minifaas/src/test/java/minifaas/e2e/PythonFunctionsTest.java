package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFunctionsTest extends EndToEnd {
    @BeforeAll
    static void findPython() {
        Machine.needs("python3", "python");
    }

    private static String answer(String name, String handler, Map<String, String> files, String payload) {
        platform.create(name, "python3.11", handler, files);
        return platform.answer(name, payload);
    }

    @Test
    void aFunctionOfAModule() {
        assertThat(answer(
                        "module",
                        "app.run",
                        Map.of(
                                "app.py",
                                "import own\ndef run(event, context): return {own.KEY: event}",
                                "own.py",
                                "KEY = 'k'"),
                        "[1,null,\"ü\"]"))
                .isEqualTo("{\"k\": [1, null, \"\\u00fc\"]}");
    }

    @Test
    void aFunctionOfAModuleInAFolder() {
        var files = Map.of("src/app.py", "def run(event, context): return __name__");
        assertThat(answer("folder", "src/app.run", files, "{}")).isEqualTo("\"src.app\"");
        assertThat(answer("package", "src.app.run", files, "{}")).isEqualTo("\"src.app\"");
    }

    @Test
    @Tag("F18")
    void theContextKnowsTheFunctionAndTheTimeThatRemains() {
        String context = answer("context", "app.run", Map.of("app.py", """
                        def run(event, context):
                            remaining = context.get_remaining_time_in_millis()
                            return [context.function_name, context.function_version, context.memory_limit_in_mb,
                                context.invoked_function_arn, context.log_group_name, 2000 < remaining <= 3000]
                        """), "{}");
        assertThat(context)
                .isEqualTo(
                        "[\"context\", \"$LATEST\", \"128\", \"" + ARN + "context\", \"/aws/lambda/context\", true]");
    }

    @Test
    void whatPreventsTheStartIsNamed() throws Exception {
        platform.create("no-module", "python3.11", "nope.run", Map.of("app.py", ""));
        assertThat(json(platform.invoke("no-module", "{}").payload().asUtf8String()))
                .containsEntry("errorType", "Runtime.ImportModuleError")
                .containsEntry("errorMessage", "Unable to import module 'nope': No module named 'nope'");
        platform.create("no-handler", "python3.11", "app.nope", Map.of("app.py", ""));
        assertThat(json(platform.invoke("no-handler", "{}").payload().asUtf8String()))
                .containsEntry("errorType", "Runtime.HandlerNotFound")
                .containsEntry("errorMessage", "Handler 'nope' missing on module 'app'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14"})
    void everyVersionRunsOnWhatIsThereAndTheLogSaysWhenThatIsAnother(String runtime) {
        String name = runtime.replace('.', '-');
        platform.create(
                name,
                runtime,
                "app.run",
                Map.of("app.py", "import sys\ndef run(event, context): return '%d.%d' % sys.version_info[:2]"));

        var answer = platform.invoke(name, "{}");
        String version = answer.payload().asUtf8String().replace("\"", "");
        String log = Platform.log(answer);
        if (runtime.equals("python" + version)) assertThat(log).doesNotContain("runs on");
        else assertThat(log).contains("minifaas: " + runtime + " runs on Python " + version + ".");
    }
}

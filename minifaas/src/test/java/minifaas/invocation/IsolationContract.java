package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of {@link SandboxContract}: what a function sees of the server, and what it can do to others. */
interface IsolationContract extends StartsFunctions {
    @Test
    default void theFunctionSeesItsVariablesAndNothingOfTheServers() throws Exception {
        var env = start("env", "import os\ndef handler(event, context): return dict(os.environ)");

        assertThat(env.answer("{}"))
                .contains("\"GREETING\": \"hello\"")
                .contains("\"AWS_LAMBDA_FUNCTION_NAME\": \"env\"")
                .contains("\"AWS_LAMBDA_FUNCTION_MEMORY_SIZE\": \"128\"")
                .contains("\"_HANDLER\": \"app.handler\"")
                .contains("\"AWS_REGION\": \"us-east-1\"")
                .contains("\"LAMBDA_TASK_ROOT\"")
                .contains("\"AWS_ENDPOINT_URL\"")
                .doesNotContain("\"USER\"", "\"JAVA_HOME\"", "\"MAVEN_CMD_LINE_ARGS\"");
    }

    @Test
    default void whatAFunctionWritesOverItsCodeReachesNobodyElse() throws Exception {
        var vandal = start("vandal", """
            import os
            def handler(event, context):
                path = os.path.join(os.environ['LAMBDA_TASK_ROOT'], 'app.py')
                with open(path, 'w') as code: code.write('broken')
                return 'done'
            """);

        assertThat(vandal.answer("{}")).isEqualTo("\"done\"");
        assertThat(Files.readString(code(vandal.version()).resolve("app.py"))).contains("def handler");
    }

    @Test
    default void anotherEnvironmentsRequestIdIsRefused() throws Exception {
        var cross = start("cross", """
            import os, urllib.request, urllib.error
            def handler(event, context):
                url = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + '/2018-06-01/runtime/invocation/'
                request = urllib.request.Request(url + event['id'] + '/response', data=b'"forged"', method='POST')
                try:
                    return urllib.request.urlopen(request).status
                except urllib.error.HTTPError as error:
                    return error.code
            """);

        assertThat(cross.answer("{\"id\": \"" + UUID.randomUUID() + "\"}")).isEqualTo("400");
    }
}

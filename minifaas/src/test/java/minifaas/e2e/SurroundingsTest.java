package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import minifaas.testing.JavaClasses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import minifaas.testing.UnixZip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a function finds around it: variables, folders, the platform itself. */
class SurroundingsTest extends EndToEnd {
    @BeforeAll
    static void findPython() {
        Machine.needs("python3", "python");
    }

    @Test
    @Tag("F21")
    void aFunctionHasTheVariablesOfAwsAndItsOwnAndNoneOfTheServers() throws Exception {
        byte[] zip = Platform.zip(
                Map.of("app.py", "import os\ndef run(event, context): return {**os.environ, 'cwd': os.getcwd()}"));
        platform.create(
                "variables",
                "python3.11",
                "app.run",
                zip,
                request -> request.memorySize(256)
                        .environment(environment -> environment.variables(Map.of("OWN", "ü", "TZ", "Asia/Tokyo"))));

        Map<String, Object> variables = json(platform.answer("variables", "{}"));
        assertThat(variables)
                .containsEntry("_HANDLER", "app.run")
                .containsEntry("AWS_REGION", "us-east-1")
                .containsEntry("AWS_DEFAULT_REGION", "us-east-1")
                .containsEntry("AWS_EXECUTION_ENV", "AWS_Lambda_python3.11")
                .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "variables")
                .containsEntry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
                .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
                .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
                .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/variables")
                .containsEntry(
                        "AWS_ENDPOINT_URL",
                        "http://127.0.0.1:" + platform.endpoint().getPort())
                .containsEntry("AWS_ACCESS_KEY_ID", "000000000000")
                .containsEntry("OWN", "ü")
                .containsEntry("TZ", "Asia/Tokyo")
                .containsEntry("cwd", variables.get("LAMBDA_TASK_ROOT"))
                .containsKeys("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_LOG_STREAM_NAME", "TMPDIR")
                .containsKeys("LAMBDA_RUNTIME_DIR", "LANG", "PATH")
                .doesNotContainKeys("HOME", "USER", "JAVA_HOME", "NODE_EXTRA_CA_CERTS", "PYTHONPATH");
        assertThat((String) variables.get("AWS_LAMBDA_RUNTIME_API")).matches("127\\.0\\.0\\.1:\\d+");
        assertThat((String) variables.get("AWS_LAMBDA_LOG_STREAM_NAME")).contains("[$LATEST]");
    }

    @Test
    void aFunctionReachesThePlatformWithAnOrdinaryRequest() {
        platform.create("callee", "python3.11", "app.run", Map.of("app.py", "def run(e, c): return e * 2"));
        platform.create("caller", "python3.11", "app.run", Map.of("app.py", """
                        import os
                        import urllib.request

                        def run(event, context):
                            env = os.environ
                            url = env['AWS_ENDPOINT_URL'] + '/2015-03-31/functions/callee/invocations'
                            scope = '/20261121/' + env['AWS_REGION'] + '/lambda/aws4_request'
                            signature = 'AWS4-HMAC-SHA256 Credential=' + env['AWS_ACCESS_KEY_ID'] + scope
                            request = urllib.request.Request(url, b'21', {'Authorization': signature})
                            return int(urllib.request.urlopen(request).read())
                        """));
        assertThat(platform.answer("caller", "{}")).isEqualTo("42");
    }

    @Test
    void aFunctionInvokesAnotherWithAwsSdkForJavaAsItIs() throws Exception {
        platform.create("sdk-callee", "python3.11", "app.run", Map.of("app.py", "def run(e, c): return e + '!'"));
        var classes = JavaClasses.compile("Caller.java", """
                import software.amazon.awssdk.core.SdkBytes;
                import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
                import software.amazon.awssdk.services.lambda.LambdaClient;

                public class Caller {
                    // endpoint, region and credentials are in the environment
                    private final LambdaClient lambda =
                        LambdaClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

                    public String call(String name) {
                        return lambda.invoke(request -> request.functionName(name)
                                .payload(SdkBytes.fromUtf8String("\\"hello\\"")))
                            .payload().asUtf8String();
                    }
                }
                """);
        var zip = JavaClasses.addJars(
                classes.addTo(new UnixZip()), "/software/amazon/", "/reactive-streams", "/slf4j-api", "/eventstream");
        platform.create(
                "sdk-caller",
                "java17",
                "Caller::call",
                zip.bytes(),
                request -> request.memorySize(512).timeout(30));
        assertThat(platform.answer("sdk-caller", "\"sdk-callee\"")).contains("hello!");
    }

    @Test
    void aFunctionInvokesAnotherWithBoto3WhereThatIsInstalled() {
        platform.create("boto3-callee", "python3.11", "app.run", Map.of("app.py", "def run(e, c): return e + '!'"));
        byte[] zip = Platform.zip(Map.of("app.py", """
                import boto3, os
                # one older than 1.28 does not look for this variable by itself
                client = boto3.client('lambda', endpoint_url=os.environ['AWS_ENDPOINT_URL'])

                def run(event, context):
                    return client.invoke(FunctionName=event, Payload=b'"hello"')['Payload'].read().decode()
                """));
        platform.create(
                "boto3-caller",
                "python3.11",
                "app.run",
                zip,
                request -> request.memorySize(512).timeout(30));
        var answer = platform.invoke("boto3-caller", "\"boto3-callee\"");
        String payload = answer.payload().asUtf8String();
        Machine.require(!payload.contains("ImportModuleError"), "not run: " + payload);
        assertThat(payload).contains("hello!");
    }

    @Test
    @Tag("F16")
    void whatAFunctionWritesOverItsCodeChangesNothingElse() throws Exception {
        byte[] zip = Platform.zip(Map.of("app.py", """
                import json
                def run(event, context):
                    before = open('data.json').read()
                    for name in 'data.json', 'app.py', 'new':
                        open(name, 'w').write('overwritten')
                    return before
                """, "data.json", "original"));
        platform.create("vandal", "python3.11", "app.run", zip, request -> {});
        assertThat(platform.answer("vandal", "{}")).isEqualTo("\"original\"");
        assertThat(platform.answer("vandal", "{}")).isEqualTo("\"overwritten\"");

        // another configuration means another environment
        lambda.updateFunctionConfiguration(
                request -> request.functionName("vandal").timeout(9));
        platform.awaitUpdated("vandal");
        assertThat(platform.answer("vandal", "{}")).isEqualTo("\"original\"");
        platform.create("twin", "python3.11", "app.run", zip, request -> {});
        assertThat(platform.answer("twin", "{}")).isEqualTo("\"original\"");
        var function = lambda.getFunction(request -> request.functionName("vandal"));
        try (var archive = URI.create(function.code().location()).toURL().openStream()) {
            assertThat(archive.readAllBytes()).isEqualTo(zip);
        }
    }

    @Test
    @Tag("F25")
    void tmpIsAFolderOfTheEnvironmentsOwnAndOutlivesAnInvocation() {
        String code = """
                import os, tempfile
                def run(event, context):
                    with open(os.path.join(tempfile.gettempdir(), 'count'), 'a+') as file:
                        file.write('x')
                        return [tempfile.gettempdir(), file.tell()]
                """;
        platform.create("tmp", "python3.11", "app.run", Map.of("app.py", code));
        platform.create("tmp2", "python3.11", "app.run", Map.of("app.py", code));
        assertThat(platform.answer("tmp", "{}")).endsWith(", 1]");
        assertThat(platform.answer("tmp", "{}")).endsWith(", 2]").contains(folderOfEnvironments());
        assertThat(platform.answer("tmp2", "{}")).endsWith(", 1]");
    }

    private static String folderOfEnvironments() {
        return data.toAbsolutePath()
                .normalize()
                .resolve(Path.of("environments"))
                .toString();
    }
}

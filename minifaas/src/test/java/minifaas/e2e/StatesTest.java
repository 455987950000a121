package minifaas.e2e;

import static minifaas.e2e.EndToEnd.ARN;
import static minifaas.e2e.EndToEnd.anyFunction;
import static minifaas.e2e.EndToEnd.bytes;
import static minifaas.e2e.EndToEnd.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import minifaas.testing.JavaClasses;
import minifaas.testing.Machine;
import minifaas.testing.Platform;
import minifaas.testing.UnixZip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * What happens while there is work to do. A Java function has the most of it: for the first one of a new data folder,
 * an archive of the runtime's classes is made, which takes a second.
 */
class StatesTest {
    private Platform platform;
    private LambdaClient lambda;

    @BeforeEach
    void startWithNothingPrepared(@TempDir Path data) throws Exception {
        platform = Platform.start(data);
        lambda = platform.lambda();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private static byte[] javaFunction() {
        var classes = JavaClasses.compile(
                "Hello.java", "public class Hello { public String handle(String name) { return \"Hello \" + name; } }");
        return classes.addTo(new UnixZip()).bytes();
    }

    @Test
    void aPendingFunctionIsNotInvokedAndNotUpdated() throws Exception {
        lambda.createFunction(request -> anyFunction(request, "pending")
                .runtime("java17")
                .handler("Hello::handle")
                .memorySize(256)
                .timeout(20)
                .code(code -> code.zipFile(bytes(javaFunction()))));

        refused(
                409,
                "ResourceConflictException",
                "The operation cannot be performed at this time. The function is currently in the following state:"
                        + " Pending",
                () -> lambda.invoke(request -> request.functionName("pending").payload(bytes("\"you\""))));
        refused(
                409,
                "ResourceConflictException",
                "The operation cannot be performed at this time. The resource " + ARN
                        + "pending is currently in the following state: 'Pending'. StateReasonCode: 'Creating'",
                () -> lambda.updateFunctionConfiguration(
                        request -> request.functionName("pending").timeout(9)));

        platform.awaitActive("pending");
        assertThat(platform.answer("pending", "\"you\"")).isEqualTo("\"Hello you\"");
    }

    @Test
    void whileAnUpdateIsInProgressTheFormerCodeServesAndAnotherUpdateIsRefused() throws Exception {
        Machine.needs("python3", "python");
        var files = new UnixZip().file("app.py", "def handler(e, c): return 'former'");
        JavaClasses.compile("Hello.java", "public class Hello { public String handle(String s) { return \"new\"; } }")
                .addTo(files);
        platform.create("f", "python3.11", "app.handler", files.bytes(), request -> request.memorySize(256));

        lambda.updateFunctionConfiguration(request -> request.functionName("f")
                .runtime("java17")
                .handler("Hello::handle")
                .timeout(20));
        var inProgress = lambda.getFunctionConfiguration(request -> request.functionName("f"));
        assertThat(inProgress.lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
        assertThat(inProgress.state()).isEqualTo(State.ACTIVE);
        refused(
                409,
                "ResourceConflictException",
                "The operation cannot be performed at this time. An update is in progress for resource: " + ARN + "f",
                () -> lambda.updateFunctionConfiguration(
                        request -> request.functionName("f").timeout(9)));
        assertThat(platform.answer("f", "\"\"")).isEqualTo("\"former\"");

        platform.awaitUpdated("f");
        assertThat(platform.answer("f", "\"\"")).isEqualTo("\"new\"");
    }
}

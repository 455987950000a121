package minifaas.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import minifaas.aws.TestServer;
import minifaas.aws.WithServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.*;

/** What AWS's own client makes of the answers: it checks their form by reading them. */
class LambdaClientTest extends WithServer {
    private static final String ROLE = "arn:aws:iam::000000000000:role/r";
    private static final byte[] ZIP = TestServer.zip("bootstrap", "#!/bin/sh");

    private LambdaClient lambda;

    @BeforeEach
    void openClient() {
        lambda = server.sdk("test");
    }

    @AfterEach
    void closeClient() {
        lambda.close();
    }

    @Test
    void aFunctionIsCreatedFoundAndItsCodeDownloaded() throws Exception {
        var created = create("f");
        assertThat(created.state()).isEqualTo(State.PENDING);
        assertThat(created.functionArn()).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:f");
        server.awaitActive("f");

        var found = lambda.getFunction(it -> it.functionName("f"));
        assertThat(found.configuration().state()).isEqualTo(State.ACTIVE);
        assertThat(found.configuration().lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
        assertThat(found.configuration().environment().variables()).containsEntry("STAGE", "test");
        assertThat(found.tags()).containsEntry("team", "red");
        assertThat(found.code().repositoryType()).isEqualTo("S3");
        var download =
                HttpRequest.newBuilder(URI.create(found.code().location())).build();
        assertThat(HttpClient.newHttpClient()
                        .send(download, BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(ZIP);
    }

    @Test
    void accountsAndRegionsAreApart() {
        create("f");
        try (LambdaClient other = server.sdk("123456789012")) {
            assertThat(other.listFunctions().functions()).isEmpty();
            assertThatThrownBy(() -> other.getFunction(it -> it.functionName("f")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("arn:aws:lambda:us-east-1:123456789012:function:f");
        }
    }

    @Test
    void aListComesInPages() {
        for (String name : List.of("c", "a", "b", "a-b", "d")) create(name);
        var pages = lambda.listFunctionsPaginator(it -> it.maxItems(2));
        assertThat(pages.stream().map(page -> page.functions().size())).containsExactly(2, 2, 1);
        assertThat(pages.functions().stream().map(FunctionConfiguration::functionName))
                .containsExactly("a", "a-b", "b", "c", "d");
    }

    @Test
    void aPageGoesOnBehindAFunctionThatWasDeletedMeanwhile() {
        for (String name : List.of("a", "b", "c")) create(name);
        var first = lambda.listFunctions(it -> it.maxItems(1));
        lambda.deleteFunction(it -> it.functionName("a"));
        var second = lambda.listFunctions(it -> it.maxItems(1).marker(first.nextMarker()));
        assertThat(second.functions().get(0).functionName()).isEqualTo("b");
    }

    @Test
    void codeAndSettingsAreUpdated() {
        create("f");
        server.awaitActive("f");
        var settings =
                lambda.updateFunctionConfiguration(it -> it.functionName("f").timeout(9));
        assertThat(settings.lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
        assertThat(settings.timeout()).isEqualTo(9);
        assertThat(settings.memorySize()).isEqualTo(128);
        server.awaitActive("f");
        byte[] other = TestServer.zip("bootstrap", "another");
        var code = lambda.updateFunctionCode(it ->
                it.functionName("f").zipFile(SdkBytes.fromByteArray(other)).publish(true));
        assertThat(code.codeSha256()).isNotEqualTo(settings.codeSha256());
        assertThat(code.version()).isEqualTo("1");
        assertThatThrownBy(() -> lambda.updateFunctionConfiguration(
                        it -> it.functionName("f").timeout(1).revisionId(settings.revisionId())))
                .isInstanceOf(LambdaException.class);
    }

    @Test
    void versionsArePublishedAndListed() {
        create("f");
        server.awaitActive("f");
        var published = lambda.publishVersion(it -> it.functionName("f").description("first"));
        assertThat(published.version()).isEqualTo("1");
        assertThat(published.functionArn()).endsWith(":function:f:1");
        assertThat(lambda.publishVersion(it -> it.functionName("f")).version()).isEqualTo("1");
        assertThat(lambda.listVersionsByFunction(it -> it.functionName("f")).versions().stream()
                        .map(FunctionConfiguration::version))
                .containsExactly("$LATEST", "1");
        assertThat(lambda.listFunctions(it -> it.functionVersion("ALL")).functions())
                .hasSize(2);
        assertThatThrownBy(
                        () -> lambda.publishVersion(it -> it.functionName("f").revisionId("old")))
                .isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    void anAliasLivesItsLife() {
        create("f");
        server.awaitActive("f");
        lambda.publishVersion(it -> it.functionName("f"));
        lambda.updateFunctionConfiguration(it -> it.functionName("f").description("second"));
        server.awaitActive("f");
        lambda.publishVersion(it -> it.functionName("f"));

        var created = lambda.createAlias(it -> it.functionName("f")
                .name("PROD")
                .functionVersion("1")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.2))));
        assertThat(created.aliasArn()).endsWith(":function:f:PROD");
        assertThat(created.routingConfig().additionalVersionWeights()).containsEntry("2", 0.2);
        var updated = lambda.updateAlias(it -> it.functionName("f")
                .name("PROD")
                .functionVersion("2")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of())));
        assertThat(updated.functionVersion()).isEqualTo("2");
        assertThat(updated.routingConfig()).isNull();
        assertThat(lambda.listAliases(it -> it.functionName("f")).aliases()).hasSize(1);
        lambda.invoke(it -> it.functionName("f:PROD"));
        assertThat(server.invocations.remove().version().version()).isEqualTo("2");
        lambda.deleteAlias(it -> it.functionName("f").name("PROD"));
        assertThatThrownBy(() -> lambda.getAlias(it -> it.functionName("f").name("PROD")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void tagsComeAndGo() {
        String arn = create("f").functionArn();
        lambda.tagResource(it -> it.resource(arn).tags(Map.of("a", "1", "b", "2")));
        assertThat(lambda.listTags(it -> it.resource(arn)).tags()).containsOnlyKeys("a", "b", "team");
        lambda.untagResource(it -> it.resource(arn).tagKeys("a", "team"));
        assertThat(lambda.listTags(it -> it.resource(arn)).tags()).containsOnlyKeys("b");
        assertThatThrownBy(() -> lambda.listTags(it -> it.resource("arn:aws:something")))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining("at 'resource' failed to satisfy constraint");
    }

    @Test
    void accountSettingsCountWhatIsThere() {
        create("f");
        var settings = lambda.getAccountSettings();
        assertThat(settings.accountUsage().functionCount()).isEqualTo(1);
        assertThat(settings.accountUsage().totalCodeSize()).isEqualTo(ZIP.length);
        assertThat(settings.accountLimit().codeSizeZipped()).isEqualTo(52_428_800);
    }

    @Test
    void aDeletedFunctionIsGone() {
        create("f");
        lambda.deleteFunction(it -> it.functionName("f"));
        assertThatThrownBy(() -> lambda.getFunction(it -> it.functionName("f")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void anErrorIsOneThatTheClientKnows() {
        create("f");
        var conflict = catchThrowableOfType(ResourceConflictException.class, () -> create("f"));
        assertThat(conflict.awsErrorDetails().errorMessage()).isEqualTo("Function already exist: f");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.type()).isEqualTo("User");
        assertThat(conflict.requestId()).hasSize(36);
    }

    @Test
    void anOperationThatIsMissingIsNotTriedAgain() {
        var missing = catchThrowableOfType(
                LambdaException.class, () -> lambda.createEventSourceMapping(it -> it.functionName("f")));
        assertThat(missing.statusCode()).isEqualTo(501);
        assertThat(missing.numAttempts()).isEqualTo(1);
        assertThat(missing).hasMessageContaining("CreateEventSourceMapping comes with chapter 11");
    }

    private CreateFunctionResponse create(String name) {
        return lambda.createFunction(it -> it.functionName(name)
                .runtime("provided.al2023")
                .handler("h")
                .role(ROLE)
                .environment(environment -> environment.variables(Map.of("STAGE", "test")))
                .tags(Map.of("team", "red"))
                .code(code -> code.zipFile(SdkBytes.fromByteArray(ZIP))));
    }
}

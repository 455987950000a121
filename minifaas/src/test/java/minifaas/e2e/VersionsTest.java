package minifaas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

class VersionsTest extends EndToEnd {
    private static List<String> versions(String name) {
        return lambda.listVersionsByFunction(request -> request.functionName(name)).versions().stream()
                .map(FunctionConfiguration::version)
                .toList();
    }

    private static void changeDescription(String name, String description) {
        lambda.updateFunctionConfiguration(request -> request.functionName(name).description(description));
        platform.awaitUpdated(name);
    }

    @Test
    @Tag("F17")
    void aPublishedVersionHasItsNumberInItsArnAndDoesNotChangeAnyMore() {
        createAny("publish");

        var published = lambda.publishVersion(
                request -> request.functionName("publish").description("First version description :)"));

        assertThat(published.sdkHttpResponse().statusCode()).isEqualTo(201);
        assertThat(published.version()).isEqualTo("1");
        assertThat(published.functionArn()).isEqualTo(ARN + "publish:1");
        assertThat(published.description()).isEqualTo("First version description :)");
        assertThat(published.state()).isEqualTo(State.ACTIVE);
        assertThat(published.lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);

        changeDescription("publish", "Second version :))");
        var first = lambda.getFunctionConfiguration(
                request -> request.functionName("publish").qualifier("1"));
        assertThat(first).hasToString(published.toString().replace("PublishVersion", "GetFunctionConfiguration"));
    }

    @Test
    void nothingIsPublishedWhenNothingChanged() {
        createAny("twice");
        var first = lambda.publishVersion(request -> request.functionName("twice"));

        var again = lambda.publishVersion(request -> request.functionName("twice"));
        assertThat(again.version()).isEqualTo("1");
        assertThat(again.revisionId()).isEqualTo(first.revisionId());

        changeDescription("twice", "now it did");
        assertThat(lambda.publishVersion(request -> request.functionName("twice"))
                        .version())
                .isEqualTo("2");
        assertThat(versions("twice")).containsExactly("$LATEST", "1", "2");
    }

    @Test
    void aFunctionCanBePublishedAsItIsCreated() {
        var created =
                lambda.createFunction(request -> anyFunction(request, "at-once").publish(true));
        platform.awaitActive("at-once");

        assertThat(created.version()).isEqualTo("1");
        assertThat(versions("at-once")).containsExactly("$LATEST", "1");
        lambda.waiter()
                .waitUntilPublishedVersionActive(
                        request -> request.functionName("at-once").qualifier("1"));
    }

    @Test
    void anUpdateOfTheCodeCanPublishIt() {
        createAny("with-update");

        var updated = lambda.updateFunctionCode(request -> request.functionName("with-update")
                .zipFile(bytes(anyZip("published")))
                .publish(true));
        platform.awaitUpdated("with-update");

        assertThat(updated.version()).isEqualTo("1");
        assertThat(updated.functionArn()).isEqualTo(ARN + "with-update:1");
        assertThat(updated.stateAsString()).isEqualTo("Pending");
        assertThat(versions("with-update")).containsExactly("$LATEST", "1");
    }

    @Test
    void publishingOtherCodeThanExpectedIsRefused() {
        createAny("sha");
        String sha256 = lambda.getFunctionConfiguration(request -> request.functionName("sha"))
                .codeSha256();

        refused(
                400,
                "InvalidParameterValueException",
                "CodeSHA256 (somenonexistentsha256) is different from current CodeSHA256 in $LATEST (" + sha256
                        + "). Please try again with the CodeSHA256 in $LATEST.",
                () -> lambda.publishVersion(
                        request -> request.functionName("sha").codeSha256("somenonexistentsha256")));
        assertThat(lambda.publishVersion(request -> request.functionName("sha").codeSha256(sha256))
                        .version())
                .isEqualTo("1");
    }

    @Test
    void publishingAnotherRevisionThanExpectedIsRefused() {
        createAny("old-revision");
        String revision = lambda.getFunctionConfiguration(request -> request.functionName("old-revision"))
                .revisionId();

        refused(
                412,
                "PreconditionFailedException",
                STALE_REVISION,
                () -> lambda.publishVersion(
                        request -> request.functionName("old-revision").revisionId("wrong")));
        assertThat(lambda.publishVersion(
                                request -> request.functionName("old-revision").revisionId(revision))
                        .version())
                .isEqualTo("1");
    }

    @Test
    void aVersionCanBeDeletedAloneAndLatestCannot() {
        createAny("delete-one");
        lambda.publishVersion(request -> request.functionName("delete-one"));

        lambda.deleteFunction(request -> request.functionName("delete-one").qualifier("1"));
        assertThat(versions("delete-one")).containsExactly("$LATEST");
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "delete-one:1",
                () -> lambda.getFunction(
                        request -> request.functionName("delete-one").qualifier("1")));
        refused(
                400,
                "InvalidParameterValueException",
                "$LATEST version cannot be deleted without deleting the function.",
                () -> lambda.deleteFunction(
                        request -> request.functionName("delete-one").qualifier("$LATEST")));
    }

    @Test
    void versionsComeInPages() {
        createAny("pages");
        for (int i = 0; i < 2; i++) {
            changeDescription("pages", "change " + i);
            lambda.publishVersion(request -> request.functionName("pages"));
        }

        var paged = lambda.listVersionsByFunctionPaginator(
                        request -> request.functionName("pages").maxItems(1))
                .versions();
        assertThat(paged).extracting("version").containsExactly("$LATEST", "1", "2");
        assertThat(paged)
                .extracting("functionArn")
                .containsExactly(ARN + "pages:$LATEST", ARN + "pages:1", ARN + "pages:2");
    }

    @Test
    void theVersionsOfWhatIsNotThereAreNotFound() {
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "none",
                () -> lambda.listVersionsByFunction(request -> request.functionName("none")));
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "none",
                () -> lambda.publishVersion(request -> request.functionName("none")));
    }
}

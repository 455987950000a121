package minifaas.e2e;

import static minifaas.testing.FunctionFields.IN_LISTS;
import static minifaas.testing.FunctionFields.inListsAnd;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.State;

/** From creation to deletion; expected values are those of AWS's recorded answers. */
class FunctionLifecycleTest extends EndToEnd {
    @Test
    void aNewFunctionIsPendingThenActiveAndHasAwsDefaults() {
        var created = lambda.createFunction(request -> anyFunction(request, "new"));

        assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
        assertThat(created.functionName()).isEqualTo("new");
        assertThat(created.functionArn()).isEqualTo(ARN + "new");
        assertThat(created.state()).isEqualTo(State.PENDING);
        assertThat(created.stateReason()).isEqualTo("The function is being created.");
        assertThat(created.stateReasonCodeAsString()).isEqualTo("Creating");
        assertThat(created.lastUpdateStatus()).isNull();
        assertThat(created.version()).isEqualTo("$LATEST");
        assertThat(created.memorySize()).isEqualTo(128);
        assertThat(created.timeout()).isEqualTo(3);
        assertThat(created.description()).isEmpty();
        assertThat(created.ephemeralStorage().size()).isEqualTo(512);
        assertThat(created.packageTypeAsString()).isEqualTo("Zip");
        assertThat(created.architecturesAsStrings()).containsExactly("x86_64");
        assertThat(created.tracingConfig().modeAsString()).isEqualTo("PassThrough");
        assertThat(created.loggingConfig().logGroup()).isEqualTo("/aws/lambda/new");
        assertThat(created.snapStart().optimizationStatusAsString()).isEqualTo("Off");

        platform.awaitActive("new");
        var active = lambda.getFunctionConfiguration(request -> request.functionName("new"));
        assertThat(active.state()).isEqualTo(State.ACTIVE);
        assertThat(active.stateReason()).isNull();
        assertThat(active.stateReasonCode()).isNull();
        assertThat(active.lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
        assertThat(active.revisionId()).isNotEqualTo(created.revisionId());
    }

    @Test
    void answersHaveTheFieldsOfAwsAndNoOthers() throws Exception {
        createAny("fields");

        assertThat(json(get(F + "/fields/configuration").body()))
                .containsOnlyKeys(inListsAnd("State", "LastUpdateStatus", "RuntimeVersionConfig"));
        Map<String, Object> function = json(get(F + "/fields").body());
        assertThat(function).containsOnlyKeys("Configuration", "Code");
        assertThat(function.get("Code"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("Location", "RepositoryType");
        var functions = (List<?>) json(get(F + "/").body()).get("Functions");
        assertThat(functions)
                .isNotEmpty()
                .allSatisfy(listed -> assertThat(listed)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsOnlyKeys(IN_LISTS.toArray()));
    }

    @Test
    void digestSizeAndDateAreThoseOfTheArchiveAndStayTheSame() throws Exception {
        createAny("digest");
        var function = lambda.getFunctionConfiguration(request -> request.functionName("digest"));

        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(anyZip("digest"));
        assertThat(function.codeSha256()).isEqualTo(Base64.getEncoder().encodeToString(sha256));
        assertThat(function.codeSize()).isEqualTo(anyZip("digest").length);
        assertThat(function.lastModified()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
        OffsetDateTime.parse(function.lastModified(), DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx"));
        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("digest")))
                .hasToString(function.toString());
    }

    @Test
    void theCodesLocationLeadsToTheArchiveAsItWasUploaded() throws Exception {
        createAny("download");
        var function = lambda.getFunction(request -> request.functionName("download"));

        assertThat(function.code().repositoryType()).isEqualTo("S3");
        try (var archive = URI.create(function.code().location()).toURL().openStream()) {
            assertThat(archive.readAllBytes()).isEqualTo(anyZip("download"));
        }
    }

    @Test
    void eachVersionsLocationLeadsToItsOwnCode() throws Exception {
        createAny("old-code");
        lambda.publishVersion(request -> request.functionName("old-code"));
        lambda.updateFunctionCode(request -> request.functionName("old-code").zipFile(bytes(anyZip("newer"))));
        platform.awaitUpdated("old-code");

        var first =
                lambda.getFunction(request -> request.functionName("old-code").qualifier("1"));
        try (var archive = URI.create(first.code().location()).toURL().openStream()) {
            assertThat(archive.readAllBytes()).isEqualTo(anyZip("old-code"));
        }
    }

    @Test
    void listsComeInPagesAndAllMeansEveryVersion() {
        try (var other = platform.client("111111111111")) {
            IntStream.rangeClosed(1, 3)
                    .forEach(i -> other.createFunction(
                            request -> anyFunction(request, "page" + i).publish(true)));

            ListFunctionsResponse first = other.listFunctions(request -> request.maxItems(2));
            assertThat(first.functions()).extracting("functionName").containsExactly("page1", "page2");
            ListFunctionsResponse second =
                    other.listFunctions(request -> request.maxItems(2).marker(first.nextMarker()));
            assertThat(second.functions()).extracting("functionName").containsExactly("page3");
            assertThat(second.nextMarker()).isNull();

            var all = other
                    .listFunctionsPaginator(request ->
                            request.functionVersion(FunctionVersion.ALL).maxItems(1))
                    .functions()
                    .stream()
                    .map(FunctionConfiguration::functionArn)
                    .map(arn -> arn.replaceAll(".*:function:", ""));
            assertThat(all)
                    .containsExactly(
                            "page1:$LATEST", "page1:1", "page2:$LATEST", "page2:1", "page3:$LATEST", "page3:1");
        }
    }

    @Test
    void onlyTheListOfAllVersionsCanBeAskedForByName() {
        refused(
                400,
                "ValidationException",
                "1 validation error detected: Value 'invalid' at 'functionVersion' failed to satisfy constraint: Member"
                        + " must satisfy enum value set: [ALL]",
                () -> lambda.listFunctions(request -> request.functionVersion("invalid")));
    }

    @Test
    void anUpdateOfTheCodeIsInProgressThenSuccessful() {
        createAny("update");
        var before = lambda.getFunctionConfiguration(request -> request.functionName("update"));

        var updated = lambda.updateFunctionCode(
                request -> request.functionName("update").zipFile(bytes(anyZip("updated"))));
        assertThat(updated.state()).isEqualTo(State.ACTIVE);
        assertThat(updated.lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
        assertThat(updated.lastUpdateStatusReason()).isEqualTo("The function is being created.");
        assertThat(updated.lastUpdateStatusReasonCodeAsString()).isEqualTo("Creating");
        assertThat(updated.codeSha256()).isNotEqualTo(before.codeSha256());
        assertThat(updated.revisionId()).isNotEqualTo(before.revisionId());

        platform.awaitUpdated("update");
        var after = lambda.getFunctionConfiguration(request -> request.functionName("update"));
        assertThat(after.lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
        assertThat(after.lastUpdateStatusReason()).isNull();
        assertThat(after.codeSha256()).isEqualTo(updated.codeSha256());
    }

    @Test
    void aDryRunOfAnUpdateTellsWhatWouldBeAndChangesNothing() {
        createAny("dry");
        var before = lambda.getFunctionConfiguration(request -> request.functionName("dry"));

        var dry = lambda.updateFunctionCode(request ->
                request.functionName("dry").zipFile(bytes(anyZip("wet"))).dryRun(true));

        assertThat(dry.codeSha256()).isNotEqualTo(before.codeSha256());
        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("dry")))
                .hasToString(before.toString());
    }

    @Test
    void anUpdateOfTheConfigurationChangesWhatItNamesAndNothingElse() {
        createAny("settings");
        lambda.updateFunctionConfiguration(request -> request.functionName("settings")
                .description("Changed-Description")
                .timeout(10)
                .memorySize(512)
                .handler("other.handler")
                .ephemeralStorage(storage -> storage.size(1024))
                .environment(environment -> environment.variables(Map.of("ENV_A", "a"))));
        platform.awaitUpdated("settings");

        var updated = lambda.updateFunctionConfiguration(
                request -> request.functionName("settings").timeout(11));
        assertThat(updated.description()).isEqualTo("Changed-Description");
        assertThat(updated.timeout()).isEqualTo(11);
        assertThat(updated.memorySize()).isEqualTo(512);
        assertThat(updated.handler()).isEqualTo("other.handler");
        assertThat(updated.ephemeralStorage().size()).isEqualTo(1024);
        assertThat(updated.environment().variables()).containsOnly(Map.entry("ENV_A", "a"));
        assertThat(updated.runtimeAsString()).isEqualTo("provided.al2023");
        platform.awaitUpdated("settings");
    }

    @Test
    void anUpdateFromAnOlderRevisionIsRefused() {
        createAny("revision");
        String old = lambda.getFunctionConfiguration(request -> request.functionName("revision"))
                .revisionId();
        lambda.updateFunctionConfiguration(
                request -> request.functionName("revision").revisionId(old).timeout(9));
        platform.awaitUpdated("revision");

        refused(
                412,
                "PreconditionFailedException",
                STALE_REVISION,
                () -> lambda.updateFunctionConfiguration(request ->
                        request.functionName("revision").revisionId(old).timeout(8)));
        refused(
                412,
                "PreconditionFailedException",
                STALE_REVISION,
                () -> lambda.updateFunctionCode(request ->
                        request.functionName("revision").revisionId(old).zipFile(bytes(anyZip("late")))));
    }

    @Test
    void aDeletedFunctionIsGoneAndItsNameIsFree() {
        createAny("gone");

        var deleted = lambda.deleteFunction(request -> request.functionName("gone"));
        assertThat(deleted.sdkHttpResponse().statusCode()).isEqualTo(204);
        refused(
                404,
                "ResourceNotFoundException",
                "Function not found: " + ARN + "gone",
                () -> lambda.deleteFunction(request -> request.functionName("gone")));
        createAny("gone");
    }

    @Test
    void accountSettingsCountWhatIsThere() {
        try (var other = platform.client("222222222222", Region.EU_WEST_1)) {
            other.createFunction(request -> anyFunction(request, "counted"));

            var settings = other.getAccountSettings();
            assertThat(settings.accountUsage().functionCount()).isEqualTo(1);
            assertThat(settings.accountUsage().totalCodeSize()).isEqualTo(anyZip("counted").length);
            assertThat(settings.accountLimit().codeSizeUnzipped()).isEqualTo(262_144_000);
            assertThat(settings.accountLimit().codeSizeZipped()).isEqualTo(52_428_800);
            assertThat(settings.accountLimit().concurrentExecutions()).isEqualTo(1000);
            assertThat(settings.accountLimit().unreservedConcurrentExecutions()).isEqualTo(1000);
            assertThat(settings.accountLimit().totalCodeSize()).isEqualTo(80_530_636_800L);
        }
    }
}

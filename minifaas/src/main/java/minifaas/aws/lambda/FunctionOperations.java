package minifaas.aws.lambda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.async.Targets;
import minifaas.aws.AwsError;
import minifaas.aws.AwsResponse;
import minifaas.aws.Caller;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionView;
import minifaas.function.Usage;
import minifaas.scaling.Concurrency;

/** The operations on functions and their versions. */
final class FunctionOperations {
    /** Room for an archive of 50 MB in base64. */
    private static final long MOST_BYTES_WITH_CODE = 70_167_211;

    private final FunctionRegistry registry;
    private final Concurrency concurrency;
    private final Targets targets;

    FunctionOperations(FunctionRegistry registry, Concurrency concurrency, Targets targets) {
        this.registry = registry;
        this.concurrency = concurrency;
        this.targets = targets;
    }

    AwsResponse create(LambdaRequest request) {
        Fields body = request.fields(MOST_BYTES_WITH_CODE);
        requireAll(body);
        Caller caller = request.http().caller();
        FunctionId id =
                FunctionReference.toCreate(body.text("FunctionName").orElseThrow(), caller.account(), caller.region());
        FunctionSettings settings = SettingsReader.create(body, id.name());
        targets.requireForDeadLetters(settings.deadLetterTarget());
        byte[] archive = archive(body.object("Code").orElseThrow());
        Map<String, String> tags = body.textsByName("Tags").orElse(Map.of());
        FunctionView created = registry.create(id, settings, archive, tags, body.isTrue("Publish"));
        return AwsResponse.json(201, FunctionJson.configuration(created));
    }

    private static void requireAll(Fields body) {
        var missing = new ArrayList<String>();
        if (body.text("FunctionName").isEmpty()) missing.add("functionName");
        if (body.text("Role").isEmpty()) missing.add("role");
        if (body.object("Code").isEmpty()) missing.add("code");
        if (missing.isEmpty()) return;
        List<String> violations = missing.stream()
                .map(name -> "Value null at '" + name + "' failed to satisfy constraint: Member must not be null")
                .toList();
        String errors = missing.size() == 1 ? " validation error detected: " : " validation errors detected: ";
        throw new AwsError(400, "ValidationException", missing.size() + errors + String.join("; ", violations));
    }

    /** The archive, which must come in the request itself. */
    private static byte[] archive(Fields code) {
        for (String elsewhere : List.of("S3Bucket", "S3Key", "S3ObjectVersion", "ImageUri"))
            if (!code.isUnset(elsewhere))
                throw AwsError.invalidParameter(
                        "minifaas cannot take code from " + elsewhere + "; send the archive itself as ZipFile.");
        return code.archive()
                .orElseThrow(() -> AwsError.invalidParameter("Please provide a source for function code."));
    }

    AwsResponse get(LambdaRequest request) {
        FunctionReference reference = request.function();
        FunctionView view = registry.find(reference);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Configuration", FunctionJson.configuration(view));
        answer.put(
                "Code",
                FunctionJson.inOrder("RepositoryType", "S3", "Location", CodeDownload.address(request.http(), view)));
        var whole = new FunctionReference(reference.function(), Optional.empty());
        Map<String, String> tags = registry.tags(whole);
        if (!tags.isEmpty()) answer.put("Tags", tags);
        concurrency
                .reservedFor(whole)
                .ifPresent(reserved -> answer.put("Concurrency", ConcurrencyOperations.json(reserved)));
        return AwsResponse.json(200, answer);
    }

    AwsResponse getConfiguration(LambdaRequest request) {
        return AwsResponse.json(200, FunctionJson.configuration(registry.find(request.function())));
    }

    AwsResponse list(LambdaRequest request) {
        Optional<String> version = request.http().query("FunctionVersion");
        version.filter(it -> !it.equals("ALL")).ifPresent(other -> {
            throw AwsError.validation(other, "functionVersion", "Member must satisfy enum value set: [ALL]");
        });
        Caller caller = request.http().caller();
        List<FunctionView> all = registry.list(caller.account(), caller.region(), version.isPresent());
        return AwsResponse.json(
                200, Page.USUAL.of(request, "Functions", all, FunctionJson::functionKey, FunctionJson::summary));
    }

    AwsResponse updateCode(LambdaRequest request) {
        Fields body = request.fields(MOST_BYTES_WITH_CODE);
        if (!body.isUnset("ImageUri"))
            throw AwsError.invalidParameter(
                    "Please don't provide ImageUri when updating a function with packageType Zip.");
        FunctionView updated = registry.updateCode(
                request.function(),
                archive(body),
                body.texts("Architectures"),
                body.text("RevisionId"),
                body.isTrue("Publish"),
                body.isTrue("DryRun"));
        return AwsResponse.json(200, FunctionJson.configuration(updated));
    }

    AwsResponse updateConfiguration(LambdaRequest request) {
        Fields body = request.fields();
        SettingsReader.deadLetterTarget(body).ifPresent(targets::requireForDeadLetters);
        FunctionView updated = registry.updateSettings(
                request.function(), before -> SettingsReader.change(body, before), body.text("RevisionId"));
        return AwsResponse.json(200, FunctionJson.configuration(updated));
    }

    AwsResponse delete(LambdaRequest request) {
        registry.delete(request.function());
        return AwsResponse.noContent();
    }

    AwsResponse publish(LambdaRequest request) {
        Fields body = request.fields();
        FunctionView published = registry.publish(
                request.function(), body.text("Description"), body.text("CodeSha256"), body.text("RevisionId"));
        return AwsResponse.json(201, FunctionJson.configuration(published));
    }

    AwsResponse listVersions(LambdaRequest request) {
        List<FunctionView> versions = registry.versions(request.function());
        return AwsResponse.json(
                200, Page.USUAL.of(request, "Versions", versions, FunctionJson::versionKey, FunctionJson::summary));
    }

    AwsResponse accountSettings(LambdaRequest request) {
        Caller caller = request.http().caller();
        Usage usage = registry.usage(caller.account(), caller.region());
        var limits = new LinkedHashMap<String, Object>();
        limits.put("TotalCodeSize", 80_530_636_800L);
        limits.put("CodeSizeUnzipped", 262_144_000);
        limits.put("CodeSizeZipped", 52_428_800);
        limits.put("ConcurrentExecutions", concurrency.limit());
        limits.put("UnreservedConcurrentExecutions", concurrency.unreserved(caller.account(), caller.region()));
        var used = FunctionJson.inOrder("TotalCodeSize", usage.codeBytes(), "FunctionCount", usage.functions());
        return AwsResponse.json(200, FunctionJson.inOrder("AccountLimit", limits, "AccountUsage", used));
    }
}

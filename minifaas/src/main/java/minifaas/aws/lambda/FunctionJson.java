package minifaas.aws.lambda;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import minifaas.function.Alias;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionVersion;
import minifaas.function.FunctionView;

/**
 * Functions and aliases as JSON (AWS: FunctionConfiguration and AliasConfiguration,
 * docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html, 2026-11).
 */
final class FunctionJson {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

    private FunctionJson() {}

    /** All that is known of a version. */
    static Map<String, Object> configuration(FunctionView view) {
        Map<String, Object> json = summary(view);
        var state = view.state();
        json.put("State", state.name());
        putUnlessEmpty(json, "StateReason", state.reason());
        putUnlessEmpty(json, "StateReasonCode", state.reasonCode());
        view.lastUpdate().ifPresent(update -> {
            json.put("LastUpdateStatus", update.status());
            putUnlessEmpty(json, "LastUpdateStatusReason", update.reason());
            putUnlessEmpty(json, "LastUpdateStatusReasonCode", update.reasonCode());
        });
        FunctionVersion version = view.version();
        json.put(
                "RuntimeVersionConfig",
                Map.of(
                        "RuntimeVersionArn",
                        runtimeArn(
                                version.function().region(), version.settings().runtime())));
        return json;
    }

    /** What lists show of a version: no state. */
    static Map<String, Object> summary(FunctionView view) {
        FunctionVersion version = view.version();
        FunctionSettings settings = version.settings();
        var json = new LinkedHashMap<String, Object>();
        json.put("FunctionName", version.function().name());
        json.put("FunctionArn", view.arn());
        json.put("Runtime", settings.runtime());
        json.put("Role", settings.role());
        json.put("Handler", settings.handler());
        json.put("CodeSize", version.codeSize());
        json.put("Description", settings.description());
        json.put("Timeout", settings.timeout().toSeconds());
        json.put("MemorySize", settings.memorySizeMiB());
        json.put("LastModified", date(version.lastModified()));
        json.put("CodeSha256", version.codeSha256());
        json.put("Version", version.version());
        if (!settings.environment().isEmpty()) json.put("Environment", Map.of("Variables", settings.environment()));
        if (!settings.deadLetterTarget().isEmpty())
            json.put("DeadLetterConfig", Map.of("TargetArn", settings.deadLetterTarget()));
        json.put("TracingConfig", Map.of("Mode", settings.tracingMode()));
        json.put("RevisionId", view.revisionId());
        json.put("PackageType", "Zip");
        json.put("Architectures", settings.architectures());
        json.put("EphemeralStorage", Map.of("Size", settings.ephemeralStorageMiB()));
        json.put("SnapStart", inOrder("ApplyOn", "None", "OptimizationStatus", "Off"));
        json.put("LoggingConfig", inOrder("LogFormat", "Text", "LogGroup", settings.logGroup()));
        return json;
    }

    static String date(Instant date) {
        return DATE.format(date.atOffset(ZoneOffset.UTC));
    }

    static Map<String, Object> alias(Alias alias) {
        var json = new LinkedHashMap<String, Object>();
        json.put("AliasArn", alias.arn());
        json.put("Name", alias.name());
        json.put("FunctionVersion", alias.version());
        json.put("Description", alias.description());
        if (!alias.routing().isEmpty()) json.put("RoutingConfig", Map.of("AdditionalVersionWeights", alias.routing()));
        json.put("RevisionId", alias.revisionId());
        return json;
    }

    /** AWS names each build of a runtime by a digest; here a runtime has one build, the machine's own. */
    private static String runtimeArn(String region, String runtime) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(runtime.getBytes(StandardCharsets.UTF_8));
            return "arn:aws:lambda:" + region + "::runtime:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> json, String name, String value) {
        if (!value.isEmpty()) json.put(name, value);
    }

    /** Orders versions as they were published, {@code $LATEST} first. */
    static String versionKey(FunctionView view) {
        String version = view.version().version();
        return version.equals(FunctionVersion.LATEST) ? "0" : "%019d".formatted(Long.parseLong(version));
    }

    /** Orders functions by name, and the versions of one as they were published. */
    static String functionKey(FunctionView view) {
        return view.version().function().name() + " " + versionKey(view);
    }

    /** An object of two fields in this order: Map.of has another one in every run, and people read the answers. */
    static Map<String, Object> inOrder(String first, Object firstValue, String second, Object secondValue) {
        var json = new LinkedHashMap<String, Object>();
        json.put(first, firstValue);
        json.put(second, secondValue);
        return json;
    }
}

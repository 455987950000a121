package minifaas.aws;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.RegistryException;
import minifaas.invocation.FunctionLog;
import minifaas.kernel.Json;

/**
 * {@code GET /_minifaas/logs/{function}?after=ID}: what a function logged, for {@code faas logs}.
 *
 * <p>It answers {@code {"lines":[{"id":…,"text":…}]}}, the oldest part first; without {@code after}, the newest parts.
 */
public final class LogRoute implements Consumer<RoutesConfig> {
    private static final int MOST_PARTS = 1000;
    private static final long FROM_THE_NEWEST = -1;

    private final FunctionRegistry registry;
    private final FunctionLog log;

    public LogRoute(FunctionRegistry registry, FunctionLog log) {
        this.registry = registry;
        this.log = log;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get("/_minifaas/logs/{function}", this::answer);
    }

    private void answer(Context context) {
        Caller caller = Caller.of(context.header("Authorization"), null);
        FunctionId function = function(context.pathParam("function"), caller);
        List<FunctionLog.Part> parts = log.read(function, after(context.queryParam("after")), MOST_PARTS);
        context.contentType("application/json").result(Json.write(Map.of("lines", parts)));
    }

    private FunctionId function(String name, Caller caller) {
        try {
            var reference = FunctionReference.parse(name, Optional.empty(), caller.account(), caller.region());
            return registry.find(reference).version().function();
        } catch (RegistryException unknown) {
            throw new AwsError(404, "ResourceNotFoundException", unknown.getMessage());
        }
    }

    private static long after(String parameter) {
        if (parameter == null) return FROM_THE_NEWEST;
        try {
            return Long.parseLong(parameter);
        } catch (NumberFormatException notANumber) {
            throw AwsError.invalidParameter("after must be the id of a line, was '" + parameter + "'");
        }
    }
}

package minifaas.aws;

import io.javalin.config.RoutesConfig;
import java.util.function.Consumer;
import java.util.function.Supplier;
import minifaas.kernel.Json;

/** {@code GET /_minifaas/state}: the {@link PlatformState} as JSON, with its fields' names. */
public final class StateRoute implements Consumer<RoutesConfig> {
    private final Supplier<PlatformState> state;

    public StateRoute(Supplier<PlatformState> state) {
        this.state = state;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get(
                "/_minifaas/state",
                context -> context.contentType("application/json").result(Json.write(state.get())));
    }
}

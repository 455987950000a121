package minifaas.aws;

import io.javalin.config.RoutesConfig;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import minifaas.kernel.Json;

/** {@code GET /_minifaas/state}: the {@link PlatformState} as JSON, with its fields' names. */
public final class StateRoute implements Consumer<RoutesConfig> {
    private final Supplier<CompletableFuture<PlatformState>> state;

    public StateRoute(Supplier<CompletableFuture<PlatformState>> state) {
        this.state = state;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get(
                "/_minifaas/state",
                context -> context.future(() -> state.get()
                        .thenAccept(
                                now -> context.contentType("application/json").result(Json.write(now)))));
    }
}

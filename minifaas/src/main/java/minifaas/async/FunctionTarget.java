package minifaas.async;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionReference;
import minifaas.function.FunctionRegistry;
import minifaas.function.RegistryException;
import minifaas.kernel.Clock;

/** A function as a target: what it is sent waits in its queue, under a request id of its own. */
public final class FunctionTarget implements Target {
    private final FunctionRegistry registry;
    private final EventStore store;
    private final Clock clock;

    public FunctionTarget(FunctionRegistry registry, EventStore store, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean exists(String arn) {
        try {
            find(arn);
            return true;
        } catch (RegistryException notThere) {
            return false;
        }
    }

    @Override
    public CompletableFuture<Void> send(String arn, byte[] event, Map<String, String> attributes) {
        try {
            return store.keep(new QueuedEvent(
                    UUID.randomUUID().toString(),
                    find(arn),
                    event,
                    Optional.empty(),
                    attributes.get(TRACE_HEADER),
                    clock.now(),
                    0,
                    0,
                    clock.now()));
        } catch (RegistryException notThere) {
            return CompletableFuture.failedFuture(notThere);
        }
    }

    private FunctionReference find(String arn) {
        var reference = FunctionReference.ofArn(arn);
        registry.find(reference);
        return reference;
    }
}

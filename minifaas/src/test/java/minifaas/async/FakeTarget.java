package minifaas.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import minifaas.function.RegistryException;

/** One thing that takes events and keeps them, until it is made to refuse them or fails for a while. */
final class FakeTarget implements Target {
    final List<String> events = new ArrayList<>();
    final List<Map<String, String>> attributes = new ArrayList<>();
    boolean refuses;
    boolean isBusy;
    private final String name;

    FakeTarget(String arn) {
        this.name = arn;
    }

    @Override
    public boolean exists(String arn) {
        return arn.equals(name);
    }

    @Override
    public CompletableFuture<Void> send(String arn, byte[] event, Map<String, String> attributesOfEvent) {
        if (refuses) return CompletableFuture.failedFuture(RegistryException.invalid("no"));
        if (isBusy) return CompletableFuture.failedFuture(new IllegalStateException("full"));
        events.add(new String(event, UTF_8));
        attributes.add(attributesOfEvent);
        return CompletableFuture.completedFuture(null);
    }
}

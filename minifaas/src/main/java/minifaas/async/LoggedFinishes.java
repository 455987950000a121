package minifaas.async;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of events that were given up that they are lost, and nothing of those that succeeded. */
public final class LoggedFinishes implements FinishedEvents {
    private static final Logger log = LoggerFactory.getLogger(LoggedFinishes.class);

    @Override
    public CompletableFuture<Void> finished(
            NextStep.Finish finish, Optional<InvocationRecord.Response> response, EventInvokeConfig config) {
        QueuedEvent event = finish.event();
        if (finish.condition() != Condition.SUCCESS)
            log.warn(
                    "event {} for {} was given up: {}",
                    event.id(),
                    event.function().arn(),
                    finish.condition().text());
        return CompletableFuture.completedFuture(null);
    }
}

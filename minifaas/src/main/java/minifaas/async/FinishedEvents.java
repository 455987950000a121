package minifaas.async;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes over events whose processing is over, whether they succeeded or were given up. */
@FunctionalInterface
interface FinishedEvents {
    /**
     * Does what is to be done with a finished event. Completes when that is done or will never be possible, and the event
     * is forgotten then. Fails when it is to be asked again, which happens a second later; after the death of the process
     * the event is delivered once more.
     *
     * @param finish the event and why it is finished
     * @param response empty when the function did not run at the last attempt
     * @param config what holds for the event
     */
    CompletableFuture<Void> finished(
            NextStep.Finish finish, Optional<InvocationRecord.Response> response, EventInvokeConfig config);
}

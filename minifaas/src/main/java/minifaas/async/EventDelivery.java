package minifaas.async;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import minifaas.async.EventTable.Change;
import minifaas.async.InvocationRecord.Response;
import minifaas.async.NextStep.Finish;
import minifaas.async.NextStep.Retry;
import minifaas.function.FunctionId;
import minifaas.function.FunctionReference;
import minifaas.function.RegistryException;
import minifaas.function.Resolution;
import minifaas.invocation.Invocation;
import minifaas.invocation.Invoker;
import minifaas.invocation.Outcome;
import minifaas.invocation.Outcome.NoEnvironment;
import minifaas.kernel.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to deliver an event, and what follows from it.
 *
 * <p>The event is changed or removed in the queue after everything else. So when the process dies before that, the
 * event is delivered once more: at least once, not exactly once.
 */
public final class EventDelivery {
    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);
    private static final Duration NEXT_TRY = Duration.ofSeconds(1);
    private static final Duration AFTER_A_BUG = Duration.ofMinutes(1);

    private final EventQueue queue;
    private final Invoker invoker;
    private final Function<FunctionReference, Resolution> versions;
    private final Function<FunctionReference, EventInvokeConfig> configs;
    private final Predicate<FunctionId> isStopped;
    private final Function<FunctionId, RecursiveLoop> loops;
    private final FinishedEvents finishedEvents;
    private final Clock clock;
    private volatile boolean isOver;

    /**
     * @param invoker runs the functions
     * @param versions finds the version that runs; throws as the registry does when there is none
     * @param configs how events are treated
     * @param isStopped whether zero concurrency is reserved for a function
     * @param loops what is to happen to a function that feeds itself
     */
    public EventDelivery(
            EventQueue queue,
            Invoker invoker,
            Function<FunctionReference, Resolution> versions,
            Function<FunctionReference, EventInvokeConfig> configs,
            Predicate<FunctionId> isStopped,
            Function<FunctionId, RecursiveLoop> loops,
            FinishedEvents finishedEvents,
            Clock clock) {
        this.queue = queue;
        this.invoker = invoker;
        this.versions = versions;
        this.configs = configs;
        this.isStopped = isStopped;
        this.loops = loops;
        this.finishedEvents = finishedEvents;
        this.clock = clock;
    }

    /** What became of an attempt, for whoever decides when to make the next one. */
    enum Attempt {
        /** The function ran, or the event was given up, or has no code to run, which says nothing of others. */
        DONE,
        /** The function did not run: there was no room, or the platform failed. */
        NO_ROOM
    }

    /**
     * Tries to deliver an event. Completes when the queue knows what became of it, and never fails: what became of it is
     * told and written down again every second until that works, and after a bug before that the event is put off for a
     * minute, whether its function ran or not, until its age ends it.
     *
     * <p>Which version runs is decided now. As long as there is none, because the alias or the version is gone or the
     * function is not ready yet, the event is put off, as after an error of the system: somebody may bring it back, and
     * its age ends it. (AWS's pages do not say what becomes of it there.) When the whole function is gone, so is the event.
     */
    CompletableFuture<Attempt> attempt(QueuedEvent event) {
        return CompletableFuture.completedFuture(event)
                .thenCompose(this::deliver)
                .exceptionallyCompose(bug -> putOff(event, bug));
    }

    private CompletableFuture<Attempt> deliver(QueuedEvent event) {
        EventInvokeConfig config = configs.apply(event.function());
        FunctionId function = event.function().function();
        Optional<Condition> refusal =
                EventRules.refusal(event, config, isStopped.test(function), loops.apply(function), clock.now());
        if (refusal.isPresent()) return finish(event, new Finish(event, refusal.get()), Optional.empty(), config);
        Resolution target;
        try {
            target = versions.apply(event.function());
        } catch (RegistryException none) {
            if (isDeleted(function)) return forget(event);
            boolean isGone = none.kind() == RegistryException.Kind.RESOURCE_NOT_FOUND;
            Outcome.Why why = isGone ? Outcome.Why.CODE : Outcome.Why.PLATFORM;
            return settle(event, config, "", new NoEnvironment(why, none.getMessage()));
        }
        return CompletableFuture.completedFuture(invocation(event, target))
                .thenCompose(invoker::invoke)
                .exceptionally(bug -> failed(event, bug))
                .thenCompose(result -> settle(event, config, target.version().version(), result.outcome()));
    }

    private static Invocation invocation(QueuedEvent event, Resolution target) {
        return new Invocation(
                event.id(),
                target.version(),
                target.invokedArn(),
                event.payload(),
                Invocation.Type.EVENT,
                event.clientContext(),
                Lineage.afterRun(event.traceId(), event.function().function()));
    }

    /** A bug of the platform is to blame, not the function. */
    private static Invoker.Result failed(QueuedEvent event, Throwable bug) {
        log.error("event {} could not be delivered", event.id(), bug);
        return new Invoker.Result(new NoEnvironment(Outcome.Why.PLATFORM, bug.getMessage()), new byte[0]);
    }

    private CompletableFuture<Attempt> settle(
            QueuedEvent event, EventInvokeConfig config, String version, Outcome outcome) {
        if (isOver) return new CompletableFuture<>(); // the event stays as it is, for the next start
        boolean hasRun = !(outcome instanceof NoEnvironment || outcome instanceof Outcome.Throttled);
        boolean hasNoCode = outcome instanceof NoEnvironment none && none.why() == Outcome.Why.CODE;
        Attempt attempt = hasRun || hasNoCode ? Attempt.DONE : Attempt.NO_ROOM;
        NextStep step = EventRules.next(event, config, outcome, clock.now());
        if (step instanceof Retry retry)
            return untilDone(() -> queue.change(new Change(event, retry.event())))
                    .thenApply(changed -> attempt);
        Optional<Response> response = hasRun ? Optional.of(new Response(version, outcome)) : Optional.empty();
        return finish(event, (Finish) step, response, config);
    }

    /** Without the rules, which may be what is broken. */
    private CompletableFuture<Attempt> putOff(QueuedEvent event, Throwable bug) {
        log.error("event {} is put off because of a bug", event.id(), bug);
        QueuedEvent later = event.deferred().due(clock.now().plus(AFTER_A_BUG));
        return untilDone(() -> queue.change(new Change(event, later))).thenApply(changed -> Attempt.NO_ROOM);
    }

    private CompletableFuture<Attempt> finish(
            QueuedEvent event, Finish finish, Optional<Response> response, EventInvokeConfig config) {
        return untilDone(() -> finishedEvents.finished(finish, response, config))
                .thenCompose(finished -> untilDone(() -> queue.remove(event)))
                .thenApply(removed -> Attempt.DONE);
    }

    private CompletableFuture<Attempt> forget(QueuedEvent event) {
        log.warn(
                "event {} is dropped: its function {} was deleted",
                event.id(),
                event.function().arn());
        return untilDone(() -> queue.remove(event)).thenApply(removed -> Attempt.DONE);
    }

    /** Whether zero concurrency is reserved for a function, so that its events need not wait any longer. */
    boolean isStopped(FunctionId function) {
        return isStopped.test(function);
    }

    /** Whether a function is not there any more, with all its versions. */
    boolean isDeleted(FunctionId function) {
        try {
            versions.apply(new FunctionReference(function, Optional.empty()));
            return false;
        } catch (RegistryException refusal) {
            return refusal.kind() == RegistryException.Kind.RESOURCE_NOT_FOUND;
        }
    }

    /** What has happened must not happen again because it cannot be written down: so only the writing is tried again. */
    private CompletableFuture<Void> untilDone(Supplier<CompletableFuture<Void>> step) {
        return CompletableFuture.completedFuture(step)
                .thenCompose(Supplier::get)
                .exceptionallyCompose(failure -> later(step, failure));
    }

    private CompletableFuture<Void> later(Supplier<CompletableFuture<Void>> step, Throwable failure) {
        log.error("what became of an event cannot be written down or told now: {}", failure.toString());
        var again = new CompletableFuture<Void>();
        clock.after(NEXT_TRY, () -> again.complete(null));
        return again.thenCompose(waited -> untilDone(step));
    }

    /**
     * From now on no outcome counts: the server ends its environments, which would look like functions that failed. What
     * is being delivered is delivered again after the next start.
     */
    void abandon() {
        isOver = true;
    }
}

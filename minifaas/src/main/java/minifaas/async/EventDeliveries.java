package minifaas.async;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import minifaas.async.EventDelivery.Attempt;
import minifaas.function.FunctionId;
import minifaas.kernel.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the events of the queue, each function's in the order in which they are due, though they may end in another.
 *
 * <p>It reads of each function no more than it can deliver at once, so that memory does not grow with what waits. It gives
 * way to callers: for 20 ms after somebody called who waits for an answer, events are begun one every 5 ms, of all
 * functions in turn, and not as many as may be delivered at once.
 */
public final class EventDeliveries implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EventDeliveries.class);
    private static final Duration PACE = Duration.ofMillis(5);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int SECONDS_TO_END = 2;

    private final EventQueue queue;
    private final EventDelivery delivery;
    private final CallerWatch callers;
    private final Clock clock;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    // guarded by this
    private final Map<FunctionId, Backlog> backlogs = new HashMap<>();
    private final Set<FunctionId> waiting = new LinkedHashSet<>(); // for callers
    private boolean isPaced;
    private boolean isOpen;
    private int inFlight;

    public EventDeliveries(EventQueue queue, EventDelivery delivery, CallerWatch callers, Clock clock) {
        this.queue = queue;
        this.delivery = delivery;
        this.callers = callers;
        this.clock = clock;
        queue.whenKept(this::look);
    }

    /** Begins deliveries, with what is in the queue from before. */
    public void start() {
        synchronized (this) {
            isOpen = true;
        }
        readAll();
    }

    private void readAll() {
        queue.functions().whenComplete((functions, failure) -> {
            if (failure == null) functions.forEach(this::changed);
            else tryAgain(this::readAll, failure);
        });
    }

    private void tryAgain(Runnable step, Throwable failure) {
        log.error("the queue of events cannot be read or changed now", failure);
        synchronized (this) {
            if (isOpen) clock.after(REST, step);
        }
    }

    /** A function has changed: when it was deleted, its events go with it, and when it was stopped, none waits any longer. */
    public void changed(FunctionId function) {
        Instant now = clock.now(); // before the look: a new function of the same name may get events right after it
        if (delivery.isDeleted(function)) drop(function, now);
        else look(function);
    }

    /** A new function of the same name may be there when it is tried again, and is to have none of these. */
    private void drop(FunctionId function, Instant upTo) {
        queue.drop(function, upTo).whenComplete((dropped, failure) -> {
            if (failure != null) tryAgain(() -> drop(function, upTo), failure);
            else if (dropped > 0)
                log.warn("{} events of the deleted function {} were dropped", dropped, function.arn());
        });
    }

    /** There may be something to do for a function. */
    private void look(FunctionId function) {
        if (!callers.sawCallLately()) {
            read(function, Backlog.MOST_IN_FLIGHT);
            return;
        }
        synchronized (this) {
            waiting.add(function);
            pace();
        }
    }

    private synchronized void pace() {
        if (isPaced || waiting.isEmpty()) return;
        isPaced = true;
        clock.after(PACE, this::goOn);
    }

    private void goOn() {
        boolean givesWay = callers.sawCallLately();
        List<FunctionId> turn;
        synchronized (this) {
            isPaced = false;
            turn = waiting.stream().limit(givesWay ? 1 : Long.MAX_VALUE).toList();
            turn.forEach(waiting::remove);
        }
        turn.forEach(function -> read(function, givesWay ? 1 : Backlog.MOST_IN_FLIGHT));
        pace();
    }

    private void read(FunctionId function, int most) {
        Set<String> inFlightNow;
        int room;
        synchronized (this) {
            if (!isOpen) return;
            Backlog backlog = backlogs.computeIfAbsent(function, first -> new Backlog());
            room = backlog.startReading(most);
            inFlightNow = backlog.inFlight();
        }
        if (room == 0) return;
        queue.first(function, inFlightNow, room).whenComplete((events, failure) -> {
            if (failure == null) begin(function, events, room);
            else giveUpReading(function, failure);
        });
    }

    private void giveUpReading(FunctionId function, Throwable failure) {
        log.error("the events of {} cannot be read now", function.arn(), failure);
        synchronized (this) {
            backlogs.get(function).endReading();
            rest(function);
        }
    }

    private void begin(FunctionId function, List<QueuedEvent> events, int room) {
        Instant now = clock.now();
        boolean isStopped = delivery.isStopped(function);
        var due = new ArrayList<QueuedEvent>();
        boolean isAsked;
        synchronized (this) {
            Backlog backlog = backlogs.get(function);
            isAsked = backlog.endReading();
            if (!isOpen) return;
            for (QueuedEvent event : events) {
                if (event.dueAt().isAfter(now) && !isStopped) {
                    backlog.sleep(clock.after(Duration.between(now, event.dueAt()), () -> look(function)));
                    break;
                }
                backlog.begin(event);
                due.add(event);
            }
            inFlight += due.size();
            if (backlog.isIdle()) backlogs.remove(function);
        }
        due.forEach(event -> deliver(function, event));
        if (isAsked || due.size() == room) look(function);
    }

    private void deliver(FunctionId function, QueuedEvent event) {
        delivery.attempt(event).thenAccept(attempt -> end(function, event, attempt));
    }

    private void end(FunctionId function, QueuedEvent event, Attempt attempt) {
        synchronized (this) {
            Backlog backlog = backlogs.get(function);
            boolean hasRoom = attempt == Attempt.DONE ? backlog.endAfterRun(event) : backlog.endWithoutRun(event);
            if (!hasRoom) rest(function);
            inFlight--;
            if (!isOpen && inFlight == 0) ended.complete(null);
        }
        look(function);
    }

    /** The lock must be held. */
    private void rest(FunctionId function) {
        if (backlogs.get(function).rest()) clock.after(REST, () -> goOnAfterRest(function));
    }

    private void goOnAfterRest(FunctionId function) {
        synchronized (this) {
            backlogs.get(function).endRest();
        }
        look(function);
    }

    /**
     * Begins no more deliveries. Those that run have 2 s to end; what has not ended then is delivered again after the next
     * start.
     */
    @Override
    public void close() {
        synchronized (this) {
            isOpen = false;
            if (inFlight == 0) ended.complete(null);
        }
        ended.completeOnTimeout(null, SECONDS_TO_END, TimeUnit.SECONDS).join();
        delivery.abandon();
    }
}

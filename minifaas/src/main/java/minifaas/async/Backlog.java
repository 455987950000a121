package minifaas.async;

import java.util.HashSet;
import java.util.Set;
import minifaas.kernel.Clock;

/**
 * What is known of the events of one function while there are any: which are being delivered, and how many may be. It
 * knows none of those that wait in the queue. Its owner guards it.
 *
 * <p>How many may be delivered at once follows what there is room for: one more after each that ran, up to
 * {@value #MOST_IN_FLIGHT}, and after one that found no room only as many as are still being delivered. When there are
 * none, the function rests.
 */
final class Backlog {
    /** Of one function, so that the others get their turn however slow it is. */
    static final int MOST_IN_FLIGHT = 16;

    private final Set<String> inFlight = new HashSet<>();
    private int mostNow = MOST_IN_FLIGHT;
    private boolean isRead;
    private boolean isReadAgain;
    private boolean rests;
    private Clock.Timer alarm = () -> {};
    private boolean hasAlarm;

    /** How many more events may be read now; when it is more than none, they are being read from now on. */
    int startReading(int most) {
        int room = rests ? 0 : Math.min(most, mostNow - inFlight.size());
        if (isRead) isReadAgain = true;
        if (isRead || room <= 0) return 0;
        isRead = true;
        alarm.cancel();
        hasAlarm = false;
        return room;
    }

    /** Ends a reading, and answers whether another one was asked for meanwhile. */
    boolean endReading() {
        boolean again = isReadAgain;
        isRead = false;
        isReadAgain = false;
        return again;
    }

    /** There is nothing to do before this goes off. */
    void sleep(Clock.Timer newAlarm) {
        alarm = newAlarm;
        hasAlarm = true;
    }

    void begin(QueuedEvent event) {
        inFlight.add(event.id());
    }

    /** Ends a delivery; answers that there is room for another one. */
    boolean endAfterRun(QueuedEvent event) {
        inFlight.remove(event.id());
        mostNow = Math.min(MOST_IN_FLIGHT, mostNow + 1);
        return true;
    }

    /** Ends a delivery that found no room; answers whether there is room for any. */
    boolean endWithoutRun(QueuedEvent event) {
        inFlight.remove(event.id());
        mostNow = Math.max(1, inFlight.size());
        return !inFlight.isEmpty();
    }

    /** Nothing is begun until the rest ends; answers false when it rests already. */
    boolean rest() {
        boolean isNew = !rests;
        rests = true;
        return isNew;
    }

    void endRest() {
        rests = false;
    }

    Set<String> inFlight() {
        return Set.copyOf(inFlight);
    }

    /** Whether nothing is known of it, so that it can be forgotten. */
    boolean isIdle() {
        return inFlight.isEmpty() && !isRead && !rests && !hasAlarm;
    }
}

package minifaas.course.wire;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The objects that one side has offered to the other, and the stand-ins for those that it was offered, by numbers. A
 * number is never used again, so that nothing of a test that has ended can be reached.
 */
public final class Handles {
    // all guarded by this
    private final Map<Long, Offered> mine = new HashMap<>();
    private final Map<Object, Map<Type, Long>> numbersOfMine = new IdentityHashMap<>();
    private final Map<Long, Object> theirs = new HashMap<>();
    private final Map<Object, Long> numbersOfTheirs = new IdentityHashMap<>();
    private long lastNumber;

    /**
     * An object of this side.
     *
     * @param type as which it was offered
     */
    record Offered(Object object, Type type) {}

    /** The number of an object of this side, from 1: always the same one when it is offered as the same type. */
    public synchronized long offer(Object object, Type type) {
        return numbersOfMine.computeIfAbsent(object, each -> new HashMap<>()).computeIfAbsent(type, each -> {
            mine.put(++lastNumber, new Offered(object, type));
            return lastNumber;
        });
    }

    /**
     * An object that was offered.
     *
     * @throws IllegalStateException when nothing has that number any more
     */
    synchronized Offered mine(long number) {
        Offered offered = mine.get(number);
        if (offered == null) throw new IllegalStateException("this belongs to a test that has ended");
        return offered;
    }

    /** The stand-in for an object of the other side: the same as before, or a new one. */
    Object theirs(long number, Supplier<Object> standIn) {
        synchronized (this) {
            if (theirs.containsKey(number)) return theirs.get(number);
        }
        Object made = standIn.get();
        return bind(number, made);
    }

    /** Makes an object the stand-in for one of the other side, unless there is one already; answers which it is. */
    public synchronized Object bind(long number, Object standIn) {
        Object before = theirs.putIfAbsent(number, standIn);
        if (before != null) return before;
        numbersOfTheirs.put(standIn, number);
        return standIn;
    }

    /** The number of the object that this one stands for; 0 when it stands for none. */
    public synchronized long numberOfTheirs(Object object) {
        return numbersOfTheirs.getOrDefault(object, 0L);
    }

    /** A test has ended: nothing that it used can be reached any more. */
    synchronized void forget() {
        mine.clear();
        numbersOfMine.clear();
        theirs.clear();
        numbersOfTheirs.clear();
    }
}

package minifaas.course.judge;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import minifaas.course.wire.Crossing;
import minifaas.course.wire.Link;
import minifaas.course.wire.Reflection;
import minifaas.course.wire.Target;
import minifaas.course.wire.ValueReader;
import minifaas.course.wire.ValueWriter;

/** What the bodies of stubs call: the same member of the class in the worker. */
public final class Remote {
    /** The stub that is being made for an object which is in the worker already: its constructor creates none. */
    private static final ThreadLocal<Class<?>> ADOPTED = new ThreadLocal<>();

    private static final Map<String, Executable> MEMBERS = new ConcurrentHashMap<>();

    private static volatile Workers workers;

    private Remote() {}

    /** Says where all stubs of this JVM find their objects. */
    static void use(Workers all) {
        workers = all;
    }

    /**
     * Creates the object that a stub stands for.
     *
     * @param stub whose constructor this is
     * @param parameters of the constructor
     */
    public static void create(Object stub, Class<?> type, Class<?>[] parameters, Object... arguments) {
        if (ADOPTED.get() == type) return;
        Link link = workers.link();
        Executable constructor = member(type, type.getName(), parameters);
        Crossing crossing = link.forms().crossing(type, constructor);
        ValueWriter call = call(link, type, crossing.key());
        for (int i = 0; i < arguments.length; i++)
            call.value(crossing.parameters().get(i), arguments[i]);
        long number = (long) link.call(call, ValueReader::longNumber);
        link.handles().bind(number, stub);
    }

    /**
     * Calls a method.
     *
     * @param <T> what the method returns
     * @param receiver null for a static method
     */
    public static <T> T call(Class<?> type, Object receiver, String name, Class<?>[] parameters, Object... arguments) {
        Link link = workers.link();
        Executable method = member(type, name, parameters);
        Crossing crossing = link.forms().crossing(type, method);
        ValueWriter call = call(link, type, crossing.key());
        if (receiver != null) call.value(link.forms().of(type), receiver);
        @SuppressWarnings("unchecked") // the form is made from what the stub's method returns
        T result = (T) crossing.call(link, call, arguments);
        return result;
    }

    /** Makes a stub for an object of the worker. */
    static Object adopt(Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] nothing =
                Stream.of(constructor.getParameterTypes()).map(Remote::nothing).toArray();
        ADOPTED.set(type);
        try {
            return Reflection.create(constructor, nothing);
        } finally {
            ADOPTED.remove();
        }
    }

    private static ValueWriter call(Link link, Class<?> type, String key) {
        return link.writer().octet(Target.MEMBER.ordinal()).text(type.getName()).text(key);
    }

    /** The stub's member, whose declared types say what may come back. */
    private static Executable member(Class<?> type, String name, Class<?>[] parameters) {
        return MEMBERS.computeIfAbsent(type.getName() + Crossing.key(name, parameters), each -> {
            try {
                return name.equals(type.getName())
                        ? type.getDeclaredConstructor(parameters)
                        : type.getDeclaredMethod(name, parameters);
            } catch (NoSuchMethodException bug) {
                throw new IllegalStateException(bug);
            }
        });
    }

    private static Object nothing(Class<?> type) {
        return Array.get(Array.newInstance(type, 1), 0);
    }
}

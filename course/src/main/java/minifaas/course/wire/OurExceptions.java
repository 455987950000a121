package minifaas.course.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URL;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import minifaas.kernel.NotWrittenYet;

/**
 * minifaas's own exceptions cross with their data: by a constructor of which each parameter is the message, the cause, or
 * has the name and type of a field.
 */
final class OurExceptions {
    private static final Set<String> TOLD_ANYWAY = Set.of("message", "cause");

    private OurExceptions() {}

    /** Whether exceptions of a type cross as what they are. */
    static boolean has(Class<?> type) {
        return constructor(type).isPresent();
    }

    /**
     * Writes the values for the constructor; only that there is none for any other exception.
     *
     * @param type of the exception, or one above it, as which it is to cross
     */
    static void write(Forms forms, Class<?> type, Throwable thrown, ValueWriter output) {
        Optional<Constructor<?>> constructor = constructor(type);
        output.flag(constructor.isPresent());
        if (constructor.isEmpty()) return;
        for (Parameter parameter : constructor.get().getParameters())
            if (!TOLD_ANYWAY.contains(parameter.getName())) {
                Field field = field(type, parameter).orElseThrow();
                field.setAccessible(true);
                output.value(form(forms, parameter), valueOf(field, thrown));
            }
    }

    /** Reads what {@link #write} has written: an object for each parameter, null for message and cause. */
    static Object[] read(Forms forms, String name, ValueReader input) {
        if (!input.flag()) return new Object[0];
        Constructor<?> constructor = constructor(name);
        return Stream.of(constructor.getParameters())
                .map(parameter ->
                        TOLD_ANYWAY.contains(parameter.getName()) ? null : input.value(form(forms, parameter)))
                .toArray();
    }

    static Throwable make(String name, String message, Throwable cause, Object[] data) {
        Constructor<?> constructor = constructor(name);
        Parameter[] parameters = constructor.getParameters();
        for (int i = 0; i < data.length; i++) {
            if (parameters[i].getName().equals("message")) data[i] = message;
            if (parameters[i].getName().equals("cause")) data[i] = cause;
        }
        constructor.setAccessible(true);
        return (Throwable) Reflection.create(constructor, data);
    }

    private static Constructor<?> constructor(String name) {
        try {
            if (isOurs(name))
                return constructor(Class.forName(name, false, OurExceptions.class.getClassLoader()))
                        .orElseThrow(() -> new MalformedException("no exception that may cross: " + name));
        } catch (ClassNotFoundException unknown) {
            throw new MalformedException("no exception of minifaas: " + name, unknown);
        }
        throw new MalformedException("no exception of minifaas: " + name);
    }

    private static Optional<Constructor<?>> constructor(Class<?> type) {
        if (!isOurs(type.getName()) || !isOfMinifaas(type) || !Throwable.class.isAssignableFrom(type))
            return Optional.empty();
        return Stream.of(type.getDeclaredConstructors())
                .filter(each -> each.getParameterCount() > 0)
                .filter(each -> Stream.of(each.getParameters())
                        .allMatch(parameter -> TOLD_ANYWAY.contains(parameter.getName())
                                || field(type, parameter).isPresent()))
                .findFirst();
    }

    private static boolean isOurs(String name) {
        return name.startsWith("minifaas.") && !name.startsWith("minifaas.course.");
    }

    /** A student's class may have such a name too, and the other side does not have it. */
    private static boolean isOfMinifaas(Class<?> type) {
        return place(NotWrittenYet.class).equals(place(type));
    }

    private static Optional<URL> place(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource()).map(CodeSource::getLocation);
    }

    private static Optional<Field> field(Class<?> type, Parameter parameter) {
        return Stream.of(type.getDeclaredFields())
                .filter(each -> each.getName().equals(parameter.getName()) && each.getType() == parameter.getType())
                .findFirst();
    }

    private static Form form(Forms forms, Parameter parameter) {
        Type type = parameter.getParameterizedType();
        return forms.of(Types.in(type, type));
    }

    private static Object valueOf(Field field, Throwable thrown) {
        try {
            return field.get(thrown);
        } catch (IllegalAccessException bug) {
            throw new IllegalStateException(bug);
        }
    }
}

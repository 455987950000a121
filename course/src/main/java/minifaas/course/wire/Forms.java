package minifaas.course.wire;

import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Chooses the form in which the values of a declared type cross.
 *
 * <p>Data is copied. Objects behind interfaces stay where they are and are called back, futures too, and so do objects
 * of the classes that one side keeps for itself. For everything else there is no form.
 */
public final class Forms {
    private static final String OURS = "minifaas.";
    private static final Set<Class<?>> SEAMS = Set.of(Runnable.class, Callable.class, AutoCloseable.class);

    private final Predicate<Class<?>> isKept;
    private final Map<Type, Form> known = new ConcurrentHashMap<>();
    private final Map<Member, Crossing> crossings = new ConcurrentHashMap<>();

    private record Member(Type context, Executable executable) {}

    /** @param isKept whether objects of a class stay on one side although it is no interface */
    Forms(Predicate<Class<?>> isKept) {
        this.isKept = isKept;
    }

    /**
     * The form of a type without variables.
     *
     * @throws CannotCrossException when there is none
     */
    public Form of(Type type) {
        // not computeIfAbsent: to make one form may ask for another
        Form form = known.get(type);
        if (form != null) return form;
        Form made = make(type);
        known.put(type, made);
        return made;
    }

    /**
     * The forms of a member's parameters and result.
     *
     * @param context the type that it is called of
     * @throws CannotCrossException when one of their types cannot cross
     */
    public Crossing crossing(Type context, Executable member) {
        var key = new Member(context, member);
        Crossing crossing = crossings.get(key);
        if (crossing != null) return crossing;
        Crossing made = Crossing.of(this, context, member);
        crossings.put(key, made);
        return made;
    }

    private Form make(Type type) {
        Class<?> raw = Types.raw(type);
        Optional<Form> scalar = Scalar.of(raw);
        if (raw.isPrimitive()) return scalar.orElseThrow();
        return new OrNull(
                scalar.or(() -> container(type, raw)).or(() -> data(type, raw)).orElseGet(() -> kept(type, raw)));
    }

    private Optional<Form> container(Type type, Class<?> raw) {
        if (raw == Optional.class) return Optional.of(new OptionalForm(of(Types.argument(type, 0))));
        if (raw.isArray()) return Optional.of(new ArrayForm(raw.getComponentType(), of(raw.getComponentType())));
        if (raw == Iterable.class || Collection.class.isAssignableFrom(raw))
            return Optional.of(new CollectionForm(raw, of(Types.argument(type, 0))));
        if (Map.class.isAssignableFrom(raw))
            return Optional.of(new MapForm(raw, of(Types.argument(type, 0)), of(Types.argument(type, 1))));
        return Optional.empty();
    }

    private Optional<Form> data(Type type, Class<?> raw) {
        if (raw == Object.class) return Optional.of(new PlainForm(this));
        if (raw.isEnum()) return Optional.of(new EnumForm(raw));
        if (raw.isRecord()) return Optional.of(new RecordForm(this, type, raw));
        if (raw.isSealed()) return Optional.of(new SealedForm(this, raw));
        if (Throwable.class.isAssignableFrom(raw)) return Optional.of(new ThrowableForm(this, raw));
        return Optional.empty();
    }

    private Form kept(Type type, Class<?> raw) {
        if (raw == CompletableFuture.class || raw == CompletionStage.class)
            return new FutureForm(of(Types.argument(type, 0)));
        if (isSeam(raw) || isKept.test(raw)) return new HandleForm(type, raw);
        throw new CannotCrossException(raw.getName() + " cannot cross between the tests and the code they test: it is"
                + " neither data nor an interface");
    }

    private static boolean isSeam(Class<?> raw) {
        return raw.isInterface()
                && (raw.getName().startsWith(OURS)
                        || raw.getPackageName().equals("java.util.function")
                        || SEAMS.contains(raw));
    }

    /** A form for what may be null. */
    private record OrNull(Form present) implements Form {
        @Override
        public void write(Object value, ValueWriter output) {
            output.flag(value != null);
            if (value != null) present.write(value, output);
        }

        @Override
        public Object read(ValueReader input) {
            return input.flag() ? present.read(input) : null;
        }
    }

    private record OptionalForm(Form content) implements Form {
        @Override
        public void write(Object value, ValueWriter output) {
            output.value(content, ((Optional<?>) value).orElse(null));
        }

        @Override
        public Object read(ValueReader input) {
            return Optional.ofNullable(input.value(content));
        }
    }
}

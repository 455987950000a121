package minifaas.invocation.runtime;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/** Finds what a class puts in for the type parameters of an interface, through any number of superclasses. */
final class TypeArguments {
    private final Class<?> wanted;
    private final Map<TypeVariable<?>, Type> bindings = new HashMap<>();

    private TypeArguments(Class<?> wanted) {
        this.wanted = wanted;
    }

    /** The arguments, or null when one of them is left open ({@code implements RequestHandler} without types). */
    static Type[] of(Class<?> type, Class<?> wanted) {
        return new TypeArguments(wanted).search(type);
    }

    private Type[] search(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                Type known = bindings.get(arguments[i]);
                if (known != null) arguments[i] = known;
                bindings.put(raw.getTypeParameters()[i], arguments[i]);
            }
            return raw == wanted ? closed(arguments) : searchAbove(raw);
        }
        return type == wanted ? null : searchAbove((Class<?>) type);
    }

    private Type[] searchAbove(Class<?> type) {
        for (Type implemented : type.getGenericInterfaces()) {
            if (wanted.isAssignableFrom(raw(implemented))) return search(implemented);
        }
        return search(type.getGenericSuperclass());
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type[] closed(Type[] arguments) {
        for (Type argument : arguments) {
            if (argument instanceof TypeVariable) return null;
        }
        return arguments;
    }
}

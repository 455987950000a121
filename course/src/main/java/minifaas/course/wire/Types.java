package minifaas.course.wire;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Declared types without variables and wildcards: each is a class, or a class with type arguments. */
final class Types {
    private Types() {}

    /** A class with type arguments that are known, such as {@code List<String>}. */
    record Known(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    /** The class of a type. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) return plain;
        if (type instanceof ParameterizedType parameterized) return (Class<?>) parameterized.getRawType();
        if (type instanceof GenericArrayType array)
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        if (type instanceof WildcardType wildcard) return raw(bound(wildcard));
        return raw(((TypeVariable<?>) type).getBounds()[0]);
    }

    /** A type argument; Object when the type was declared without any. */
    static Type argument(Type type, int index) {
        return type instanceof Known known && index < known.arguments().size()
                ? known.arguments().get(index)
                : Object.class;
    }

    /** A declared type with what its variables stand for in another one, which declares or inherits the place. */
    static Type in(Type context, Type declared) {
        return resolved(declared, bindings(context));
    }

    private static Type resolved(Type type, Map<Type, Type> bindings) {
        if (type instanceof ParameterizedType parameterized)
            return new Known(
                    (Class<?>) parameterized.getRawType(),
                    Stream.of(parameterized.getActualTypeArguments())
                            .map(argument -> resolved(argument, bindings))
                            .toList());
        if (type instanceof WildcardType wildcard) return resolved(bound(wildcard), bindings);
        if (type instanceof TypeVariable<?> && bindings.containsKey(type)) return bindings.get(type);
        return raw(type);
    }

    private static Type bound(WildcardType wildcard) {
        return wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0];
    }

    private static Map<Type, Type> bindings(Type context) {
        var bindings = new HashMap<Type, Type>();
        bind(context, bindings);
        return bindings;
    }

    private static void bind(Type context, Map<Type, Type> bindings) {
        Class<?> raw = raw(context);
        if (context instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++)
                bindings.put(raw.getTypeParameters()[i], resolved(arguments[i], Map.copyOf(bindings)));
        }
        for (Type parent : raw.getGenericInterfaces()) bind(parent, bindings);
    }
}

package minifaas.course.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls by reflection that throw what the called code threw, whether or not it is declared. */
public final class Reflection {
    private Reflection() {}

    /** Calls a method; the receiver of a static one is null. */
    public static Object call(Method method, Object receiver, Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException thrown) {
            throw Reflection.<RuntimeException>undeclared(thrown.getCause());
        } catch (IllegalAccessException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Makes an object. */
    public static Object create(Constructor<?> constructor, Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw Reflection.<RuntimeException>undeclared(thrown.getCause());
        } catch (IllegalAccessException | InstantiationException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Throws anything where the compiler sees an unchecked exception. */
    public static <X extends Throwable> RuntimeException undeclared(Throwable thrown) throws X {
        @SuppressWarnings("unchecked") // erased: nothing is cast at run time
        X sameForTheCompiler = (X) thrown;
        throw sameForTheCompiler;
    }
}

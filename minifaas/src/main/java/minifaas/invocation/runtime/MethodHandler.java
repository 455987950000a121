package minifaas.invocation.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Comparator;

/**
 * A handler that is any public method. Its parameters are, each of them optional and in this order: the event (an
 * {@code InputStream} or the type that the JSON is read as), an {@code OutputStream} for the response, the context.
 */
final class MethodHandler implements Handler {
    /** Among overloads AWS takes real methods before bridges, then one with a Context, then the longest. */
    static final Comparator<Method> BEST_FIRST = Comparator.comparing(Method::isBridge)
            .thenComparing(method -> !endsWithContext(method))
            .thenComparing(method -> -method.getParameterCount());

    private final Object target;
    private final Method method;
    private final JsonTypes json;

    MethodHandler(Object target, Method method, ClassLoader functionLoader) {
        this.target = target;
        this.method = method;
        this.json = new JsonTypes(eventType(method), method.getGenericReturnType(), functionLoader);
    }

    static boolean fits(Method method) {
        int last = -1;
        for (Class<?> parameter : method.getParameterTypes()) {
            int place = parameter == Context.class ? 2 : parameter == OutputStream.class ? 1 : 0;
            if (place <= last) return false;
            last = place;
        }
        return true;
    }

    private static boolean endsWithContext(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return parameters.length > 0 && parameters[parameters.length - 1] == Context.class;
    }

    @Override
    public byte[] handle(Event event) throws Throwable {
        Class<?>[] parameters = method.getParameterTypes();
        var output = new ByteArrayOutputStream();
        boolean streams = false;
        var arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == Context.class) {
                arguments[i] = new LambdaContext(event);
            } else if (parameters[i] == OutputStream.class) {
                arguments[i] = output;
                streams = true;
            } else if (parameters[i] == InputStream.class) {
                arguments[i] = new ByteArrayInputStream(event.body());
            } else {
                arguments[i] = json.read(event.body());
            }
        }
        Object result = call(arguments);
        return streams ? output.toByteArray() : json.write(result);
    }

    private Object call(Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause(); // what the function itself threw
        }
    }

    /** The type that the event is read as, or void when no parameter wants it read. */
    private static Type eventType(Method method) {
        if (method.getParameterCount() == 0) return void.class;
        Class<?> first = method.getParameterTypes()[0];
        boolean readByRuntime = first != InputStream.class && first != OutputStream.class && first != Context.class;
        return readByRuntime ? method.getGenericParameterTypes()[0] : void.class;
    }
}

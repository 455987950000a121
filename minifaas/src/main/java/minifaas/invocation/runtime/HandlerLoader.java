package minifaas.invocation.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;

/**
 * Finds the handler that the function's configuration names: {@code package.Class} or {@code package.Class::method}.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html, November 2026.
 */
final class HandlerLoader {
    private final ClassLoader functionLoader;

    HandlerLoader(ClassLoader functionLoader) {
        this.functionLoader = functionLoader;
    }

    /**
     * Loads the class, creates its one object and returns the handler.
     *
     * @throws Throwable what the function's constructor or static initialiser throws
     */
    Handler load(String name) throws Throwable {
        String[] parts = name.split("::");
        if (name.isBlank() || parts.length > 2) throw new UnusableHandler("Invalid handler: `" + name + "'");
        Class<?> type = loadClass(parts[0]);
        return parts.length == 1 ? interfaceHandler(type) : methodHandler(type, parts[1]);
    }

    private Class<?> loadClass(String name) throws UnusableHandler {
        try {
            return functionLoader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new UnusableHandler("Class not found: " + name, e);
        } catch (LinkageError e) {
            throw new UnusableHandler("Error loading class " + name + ": " + e.getMessage(), e);
        }
    }

    private Handler interfaceHandler(Class<?> type) throws Throwable {
        if (RequestStreamHandler.class.isAssignableFrom(type)) {
            return new StreamHandler((RequestStreamHandler) create(type));
        }
        if (RequestHandler.class.isAssignableFrom(type)) return requestHandler(type);
        throw new UnusableHandler("Class does not implement an appropriate handler interface: " + type.getName());
    }

    @SuppressWarnings("unchecked")
    private Handler requestHandler(Class<?> type) throws Throwable {
        Type[] inputAndOutput = TypeArguments.of(type, RequestHandler.class);
        if (inputAndOutput == null) {
            throw new UnusableHandler(
                    "Class " + type.getName() + " does not implement RequestHandler with concrete type parameters");
        }
        var json = new JsonTypes(inputAndOutput[0], inputAndOutput[1], functionLoader);
        return new ObjectHandler((RequestHandler<Object, Object>) create(type), json);
    }

    private Handler methodHandler(Class<?> type, String name) throws Throwable {
        var candidates = new ArrayList<Method>();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) candidates.add(method);
        }
        candidates.sort(MethodHandler.BEST_FIRST);
        for (Method method : candidates) {
            if (MethodHandler.fits(method)) {
                Object target = Modifier.isStatic(method.getModifiers()) ? null : create(type);
                return new MethodHandler(target, method, functionLoader);
            }
        }
        throw new UnusableHandler("No public method named " + name
                + " with appropriate method signature found on class " + type.getName());
    }

    private static Object create(Class<?> type) throws Throwable {
        Constructor<?> constructor;
        try {
            constructor = type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new UnusableHandler("Class " + type.getName() + " has no public zero-argument constructor", e);
        }
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } catch (InstantiationException | IllegalAccessException e) {
            throw new UnusableHandler("Class " + type.getName() + " cannot be instantiated", e);
        }
    }

    // records and not lambdas: a lambda's first use costs a cold start some milliseconds

    private record StreamHandler(RequestStreamHandler handler) implements Handler {
        @Override
        public byte[] handle(Event event) throws IOException {
            var output = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event.body()), output, new LambdaContext(event));
            return output.toByteArray();
        }
    }

    private record ObjectHandler(RequestHandler<Object, Object> handler, JsonTypes json) implements Handler {
        @Override
        public byte[] handle(Event event) {
            return json.write(handler.handleRequest(json.read(event.body()), new LambdaContext(event)));
        }
    }
}

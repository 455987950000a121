package minifaas.course.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;

/** Stands in for an object of the other side behind an interface: each call goes there. */
final class CallingBack implements InvocationHandler {
    private final Link link;
    private final long number;
    private final Type type;

    private CallingBack(Link link, long number, Type type) {
        this.link = link;
        this.number = number;
        this.type = type;
    }

    /** Makes a stand-in that implements the interface and nothing else. */
    static Object proxy(Link link, long number, Type type) {
        Class<?> raw = Types.raw(type);
        ClassLoader loader = raw.getClassLoader() == null ? CallingBack.class.getClassLoader() : raw.getClassLoader();
        return Proxy.newProxyInstance(loader, new Class<?>[] {raw}, new CallingBack(link, number, type));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method, arguments);
        // those of the JDK, such as Predicate#or, only call the one method that crosses
        if (method.isDefault() && method.getDeclaringClass().getName().startsWith("java."))
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        Crossing crossing = link.forms().crossing(type, method);
        ValueWriter call = link.writer().octet(Target.HANDLE.ordinal()).number(number);
        return crossing.call(link, call.text(crossing.key()), arguments == null ? new Object[0] : arguments);
    }

    /** Answered here: what the other side says of equality must not count. */
    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> Types.raw(type).getSimpleName() + " " + number + " of the other side";
        };
    }
}

package minifaas.course.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the calls of objects and futures that this side has offered. */
final class HandleCalls {
    private final Link link;
    private final MemberCalls members;
    private final Map<Class<?>, Map<String, Method>> methods = new ConcurrentHashMap<>();

    HandleCalls(Link link, MemberCalls members) {
        this.link = link;
        this.members = members;
    }

    /** Executes a call and writes what it returned. */
    void serve(ValueReader call, ValueWriter answer) {
        int target = call.octet();
        if (target == Target.MEMBER.ordinal()) members.serve(link, call, answer);
        else if (target == Target.HANDLE.ordinal()) callObject(call, answer);
        else if (target == Target.FOLLOW.ordinal()) link.futures().followed(call);
        else if (target == Target.COMPLETE.ordinal()) link.futures().complete(call);
        else throw new MalformedException("no target of a call: " + target);
    }

    private void callObject(ValueReader call, ValueWriter answer) {
        Handles.Offered offered = link.handles().mine(call.longNumber());
        Method method = method(offered.type(), call.text());
        Crossing crossing = link.forms().crossing(offered.type(), method);
        Object[] arguments = crossing.arguments(call);
        answer.value(crossing.result(), Reflection.call(method, offered.object(), arguments));
    }

    /** Only what the interface declares can be called, whatever else the object has. */
    private Method method(Type type, String key) {
        Class<?> raw = Types.raw(type);
        if (!raw.isInterface()) throw new MalformedException("a call of an object of " + raw.getName());
        Method method = methods.computeIfAbsent(raw, HandleCalls::methodsOf).get(key);
        if (method == null) throw new MalformedException(raw.getName() + " offers no " + key);
        return method;
    }

    private static Map<String, Method> methodsOf(Class<?> type) {
        var methods = new HashMap<String, Method>();
        for (Method each : type.getMethods()) {
            if (Modifier.isStatic(each.getModifiers())) continue;
            each.setAccessible(true);
            methods.put(Crossing.key(each.getName(), each.getParameterTypes()), each);
        }
        return methods;
    }
}

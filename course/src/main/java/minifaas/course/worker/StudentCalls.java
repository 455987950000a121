package minifaas.course.worker;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import minifaas.course.wire.Crossing;
import minifaas.course.wire.Form;
import minifaas.course.wire.Link;
import minifaas.course.wire.MemberCalls;
import minifaas.course.wire.Reflection;
import minifaas.course.wire.ValueReader;
import minifaas.course.wire.ValueWriter;

/** Calls the members of students' classes; a class is initialised by the first call that needs it, never before. */
final class StudentCalls implements MemberCalls {
    private final Map<String, Executable> members = new ConcurrentHashMap<>();

    @Override
    public void serve(Link link, ValueReader call, ValueWriter answer) {
        Executable member = member(call.text(), call.text());
        Class<?> type = member.getDeclaringClass();
        Crossing crossing = link.forms().crossing(type, member);
        if (member instanceof Method method) {
            Form its = link.forms().of(type);
            Object receiver = Modifier.isStatic(method.getModifiers()) ? null : call.value(its);
            Object[] arguments = crossing.arguments(call);
            answer.value(crossing.result(), Reflection.call(method, receiver, arguments));
        } else {
            Object made = Reflection.create((Constructor<?>) member, crossing.arguments(call));
            answer.number(link.handles().offer(made, type));
        }
    }

    private Executable member(String type, String key) {
        return members.computeIfAbsent(type + "#" + key, each -> find(type, key));
    }

    private static Executable find(String name, String key) {
        try {
            Class<?> type = Class.forName(name, false, StudentCalls.class.getClassLoader());
            Executable member = Stream.<Executable>concat(
                            Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()))
                    .filter(each -> Crossing.key(each.getName(), each.getParameterTypes())
                            .equals(key))
                    .filter(each -> !each.isSynthetic())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " has no " + key));
            ((AccessibleObject) member).setAccessible(true);
            return member;
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("there is no class " + name, missing);
        }
    }
}

package minifaas.course.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method or constructor that is called from the other side: the forms of what goes there and of what comes back.
 *
 * @param key its name and the classes of its parameters
 * @param parameters in their order
 * @param result of what it returns; of its class for a constructor
 */
public record Crossing(String key, List<Form> parameters, Form result) {
    static Crossing of(Forms forms, Type context, Executable member) {
        List<Form> parameters = Stream.of(member.getGenericParameterTypes())
                .map(each -> forms.of(Types.in(context, each)))
                .toList();
        Type result = member instanceof Method method
                ? method.getGenericReturnType()
                : ((Constructor<?>) member).getDeclaringClass();
        return new Crossing(
                key(member.getName(), member.getParameterTypes()), parameters, forms.of(Types.in(context, result)));
    }

    /** The name and the classes of the parameters, by which both sides know a member. */
    public static String key(String name, Class<?>... parameters) {
        return Stream.of(parameters).map(Class::getName).collect(Collectors.joining(",", name + "(", ")"));
    }

    /** Sends a call to which nothing but the arguments is missing, and waits for what comes back. */
    public Object call(Link link, ValueWriter call, Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) call.value(parameters.get(i), arguments[i]);
        return link.call(call, answer -> answer.value(result));
    }

    /** Reads the arguments of a call. */
    public Object[] arguments(ValueReader call) {
        Object[] arguments = parameters.stream().map(call::value).toArray();
        call.end();
        return arguments;
    }
}

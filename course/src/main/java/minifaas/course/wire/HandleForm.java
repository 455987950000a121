package minifaas.course.wire;

import java.lang.reflect.Type;

/** An object that stays where it is: its handle crosses, and calls come back. */
record HandleForm(Type type, Class<?> raw) implements Form {
    @Override
    public void write(Object value, ValueWriter output) {
        Handles handles = output.link().handles();
        long theirs = handles.numberOfTheirs(value);
        output.flag(theirs != 0).number(theirs != 0 ? theirs : handles.offer(value, type));
    }

    @Override
    public Object read(ValueReader input) {
        Link link = input.link();
        boolean comesHome = input.flag();
        long number = input.longNumber();
        Object object = comesHome
                ? link.handles().mine(number).object()
                : link.handles().theirs(number, () -> standIn(link, number));
        if (!raw.isInstance(object)) throw new MalformedException("an object that is no " + raw.getName());
        return object;
    }

    private Object standIn(Link link, long number) {
        return raw.isInterface() ? CallingBack.proxy(link, number, type) : link.adopt(raw);
    }
}

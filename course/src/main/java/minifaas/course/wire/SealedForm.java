package minifaas.course.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** A value of a sealed type, by the name of its class and in the form of that class. */
final class SealedForm implements Form {
    private final Forms forms;
    private final Class<?> type;
    private final Map<String, Class<?>> permitted = new LinkedHashMap<>();

    SealedForm(Forms forms, Class<?> type) {
        this.forms = forms;
        this.type = type;
        permit(type);
    }

    private void permit(Class<?> parent) {
        for (Class<?> each : parent.getPermittedSubclasses()) {
            if (each.isSealed() && !each.isEnum()) permit(each);
            else permitted.put(each.getName(), each);
        }
    }

    @Override
    public void write(Object value, ValueWriter output) {
        Class<?> its = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        if (!permitted.containsKey(its.getName()))
            throw new CannotCrossException(its.getName() + " cannot cross as one of " + type.getName());
        output.text(its.getName()).value(forms.of(its), value);
    }

    @Override
    public Object read(ValueReader input) {
        String name = input.text();
        Class<?> its = permitted.get(name);
        if (its == null) throw new MalformedException("no permitted type of " + type.getName() + ": " + name);
        return input.value(forms.of(its));
    }
}

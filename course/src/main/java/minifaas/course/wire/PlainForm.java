package minifaas.course.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value that is declared as no more than an object: data of the kinds that JSON has. */
final class PlainForm implements Form {
    /** The kinds, by whose numbers they cross. */
    private final List<Class<?>> kinds = List.of(
            String.class, Boolean.class, Integer.class, Long.class, Double.class, Map.class, List.class, Set.class);

    private final Forms forms;

    PlainForm(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void write(Object value, ValueWriter output) {
        for (int i = 0; i < kinds.size(); i++) {
            if (!kinds.get(i).isInstance(value)) continue;
            output.octet(i).value(forms.of(kinds.get(i)), value);
            return;
        }
        throw new CannotCrossException("an object of " + value.getClass().getName()
                + " cannot cross where the declared type says no more than Object");
    }

    @Override
    public Object read(ValueReader input) {
        int kind = input.octet();
        if (kind < 0 || kind >= kinds.size()) throw new MalformedException("no kind of value: " + kind);
        return input.value(forms.of(kinds.get(kind)));
    }
}

package minifaas.course.wire;

/** How values of one declared type cross. */
public interface Form {
    /**
     * Appends a value.
     *
     * @throws CannotCrossException when it is none that can cross
     */
    void write(Object value, ValueWriter output);

    /**
     * Reads what {@link #write} has written on the other side.
     *
     * @throws MalformedException when it is not of this form
     */
    Object read(ValueReader input);
}

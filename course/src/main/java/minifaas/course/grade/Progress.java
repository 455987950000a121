package minifaas.course.grade;

/** Shows how far a run is. */
public interface Progress extends AutoCloseable {
    /** Another submission is graded. Called by one thread at a time. */
    void graded(Graded graded);

    @Override
    void close();
}

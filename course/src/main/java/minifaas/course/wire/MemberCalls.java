package minifaas.course.wire;

/** Serves the calls of members of students' classes. */
@FunctionalInterface
public interface MemberCalls {
    /** For a side that has no such classes. */
    MemberCalls NONE = (link, call, answer) -> {
        throw new MalformedException("a call of a class that is not here");
    };

    /** Executes a call and writes what it returned; throws whatever the member throws. */
    void serve(Link link, ValueReader call, ValueWriter answer);
}

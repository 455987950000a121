package minifaas.course.source;

/** A file is not Java that can be read; the message names file, line and what is wrong there, for its author. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    SyntaxException(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
        this.line = line;
    }

    /** The line of the first mistake, from 1. */
    public int line() {
        return line;
    }
}

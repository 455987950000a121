package minifaas.course.judge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * What a grader and its judge say to each other.
 *
 * @param worker which of the judge's workers it is about; 0 when it is about none
 */
record Message(Kind kind, int worker, byte[] content) {
    /** The kinds. */
    enum Kind {
        /** To the judge, once: the tests, in JSON. */
        PLAN,
        /** To the grader: what happened to a test, in JSON. */
        EVENT,
        /** To the grader: a worker is to be started. */
        START,
        /** To the grader: a worker is to be ended. */
        STOP,
        /** In both directions: a frame for a worker, or from one. */
        FRAME,
        /** To the judge: why a worker is gone, in UTF-8. */
        ENDED
    }

    /** A message about no worker. */
    Message(Kind kind, byte[] content) {
        this(kind, 0, content);
    }

    /** Appends it to a stream. */
    void write(DataOutputStream output) throws IOException {
        synchronized (output) {
            output.writeByte(kind.ordinal());
            output.writeInt(worker);
            output.writeInt(content.length);
            output.write(content);
            output.flush();
        }
    }

    /** Waits for the next one; there is none when the stream ends. */
    static Optional<Message> read(DataInputStream input) throws IOException {
        try {
            Kind kind = Kind.values()[input.readByte()];
            int worker = input.readInt();
            return Optional.of(new Message(kind, worker, input.readNBytes(input.readInt())));
        } catch (EOFException end) {
            return Optional.empty();
        }
    }
}

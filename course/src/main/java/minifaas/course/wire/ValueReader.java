package minifaas.course.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** Takes one frame apart, of which nothing is believed. */
public final class ValueReader {
    private final Link link;
    private final ByteBuffer bytes;
    private int depth;

    ValueReader(Link link, byte[] frame) {
        this.link = link;
        this.bytes = ByteBuffer.wrap(frame);
    }

    /** The end of the connection that the frame arrived at. */
    Link link() {
        return link;
    }

    /**
     * A value in a form of its own, one step deeper.
     *
     * @throws MalformedException when it is not in that form; but where classes of the student are made from values,
     *     whatever these classes throw
     */
    public Object value(Form form) {
        if (++depth > ValueWriter.DEEPEST)
            throw new MalformedException("a value that is nested more than " + ValueWriter.DEEPEST + " times");
        try {
            Object value = form.read(this);
            depth--;
            return value;
        } catch (RuntimeException | LinkageError refused) {
            if (refused instanceof MalformedException || !link.isJudge()) throw refused;
            throw new MalformedException("a value that is refused here: " + refused, refused);
        }
    }

    public int octet() {
        return next(ByteBuffer::get);
    }

    boolean flag() {
        int octet = octet();
        if (octet != 0 && octet != 1) throw new MalformedException(octet + " in place of true or false");
        return octet == 1;
    }

    int number() {
        return next(ByteBuffer::getInt);
    }

    public long longNumber() {
        return next(ByteBuffer::getLong);
    }

    /** A number of things, each of which takes at least so many bytes. */
    int count(int bytesEach) {
        int count = number();
        if (count < 0 || (long) count * bytesEach > bytes.remaining())
            throw new MalformedException("the number " + count + " of things in what is left of the frame");
        return count;
    }

    public String text() {
        var characters = new char[count(Character.BYTES)];
        for (int i = 0; i < characters.length; i++) characters[i] = bytes.getChar();
        return new String(characters);
    }

    byte[] octets() {
        var octets = new byte[count(1)];
        bytes.get(octets);
        return octets;
    }

    /** What the frame must be at its end for. */
    public void end() {
        if (bytes.hasRemaining()) throw new MalformedException(bytes.remaining() + " bytes behind the last value");
    }

    private <T> T next(Function<ByteBuffer, T> part) {
        try {
            return part.apply(bytes);
        } catch (BufferUnderflowException tooShort) {
            throw new MalformedException("the frame ends within a value", tooShort);
        }
    }
}

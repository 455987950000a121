package minifaas.course.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Puts one frame together, within the limits on its size and depth. */
public final class ValueWriter {
    /** How deeply values may be nested. */
    static final int DEEPEST = 64;

    private static final int FIRST_SIZE = 256;
    /** Less than a frame may hold: its conversation is still to be put in front. */
    private static final int LARGEST = Frames.LONGEST - 64;

    private final Link link;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_SIZE);
    private int depth;

    ValueWriter(Link link) {
        this.link = link;
    }

    /** The end of the connection that the frame leaves from. */
    Link link() {
        return link;
    }

    /** A value in a form of its own, one step deeper. */
    public ValueWriter value(Form form, Object value) {
        if (++depth > DEEPEST)
            throw new CannotCrossException("a value that is nested more than " + DEEPEST + " times cannot cross");
        form.write(value, this);
        depth--;
        return this;
    }

    public ValueWriter octet(int octet) {
        room(Byte.BYTES).put((byte) octet);
        return this;
    }

    ValueWriter flag(boolean flag) {
        return octet(flag ? 1 : 0);
    }

    ValueWriter number(int number) {
        room(Integer.BYTES).putInt(number);
        return this;
    }

    public ValueWriter number(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    /** A text, character by character, so that even one that is no valid Unicode arrives as it was. */
    public ValueWriter text(String text) {
        number(text.length());
        ByteBuffer target = room(2L * text.length());
        for (int i = 0; i < text.length(); i++) target.putChar(text.charAt(i));
        return this;
    }

    ValueWriter octets(byte[] octets) {
        number(octets.length);
        room(octets.length).put(octets);
        return this;
    }

    /** What was written so far. */
    public byte[] frame() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(long more) {
        long needed = bytes.position() + more;
        if (needed > LARGEST) throw new CannotCrossException("a value of more than " + LARGEST + " bytes cannot cross");
        if (needed > bytes.capacity()) {
            int larger = (int) Math.min(LARGEST, Math.max(needed, 2L * bytes.capacity()));
            bytes = ByteBuffer.allocate(larger).put(bytes.flip());
        }
        return bytes;
    }
}

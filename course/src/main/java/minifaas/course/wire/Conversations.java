package minifaas.course.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * The calls of one end. Each belongs to a conversation, which a thread begins and in which one side speaks at a time: who
 * waits for an answer serves what the other side asks before it answers.
 *
 * <p>A frame says what it is (one byte), in which conversation (eight), and then the call, the answer or the exception.
 */
final class Conversations {
    private static final int HEAD = Byte.BYTES + Long.BYTES;

    /** What a frame is. */
    enum Kind {
        CALL,
        ANSWER,
        THROWN,
        /** The test has ended; it belongs to no conversation and has no answer. */
        FORGET
    }

    private final Link link;
    /** 1 or -1: with which sign the numbers of conversations begin that this side begins. */
    private final int sign;

    private final BiConsumer<ValueReader, ValueWriter> server;
    private final Link.Outgoing outgoing;
    private final Map<Long, Conversation> open = new ConcurrentHashMap<>();
    private final ThreadLocal<Conversation> current = new ThreadLocal<>();
    private final AtomicLong last = new AtomicLong();
    private volatile String closed;

    Conversations(Link link, int sign, BiConsumer<ValueReader, ValueWriter> server, Link.Outgoing outgoing) {
        this.link = link;
        this.sign = sign;
        this.server = server;
        this.outgoing = outgoing;
    }

    ValueReader call(byte[] call) {
        Conversation conversation = current.get();
        if (conversation != null) return speak(conversation, call);
        conversation = new Conversation(sign * last.incrementAndGet());
        open.put(conversation.number(), conversation);
        current.set(conversation);
        try {
            return speak(conversation, call);
        } finally {
            current.remove();
            open.remove(conversation.number());
        }
    }

    private ValueReader speak(Conversation conversation, byte[] call) {
        send(Kind.CALL, conversation.number(), call);
        while (true) {
            // looked at after the conversation is known to close(), which ends it otherwise
            if (closed != null) throw new ConnectionLostException(closed);
            Conversation.Said said = conversation.next();
            switch (said.kind()) {
                case CALL -> serve(said.content(), conversation.number(), () -> {});
                case ANSWER -> {
                    return new ValueReader(link, said.content());
                }
                case THROWN -> throw thrown(said.content());
                default -> throw new ConnectionLostException(closed);
            }
        }
    }

    private RuntimeException thrown(byte[] content) {
        var reader = new ValueReader(link, content);
        try {
            var thrown = (Throwable) reader.value(link.forms().of(Throwable.class));
            reader.end();
            if (thrown == null) throw new MalformedException("no exception");
            return Reflection.<RuntimeException>undeclared(thrown);
        } catch (MalformedException malformed) {
            throw broken(malformed);
        }
    }

    /** Executes a call, and answers it after whatever has to be done first. */
    private void serve(byte[] call, long conversation, Runnable beforeAnswer) {
        Kind kind = Kind.ANSWER;
        ValueWriter answer = link.writer();
        try {
            server.accept(new ValueReader(link, call), answer);
        } catch (Throwable thrown) { // the code on this side may throw anything; the caller gets it
            if (thrown instanceof MalformedException malformed && link.isJudge()) throw broken(malformed);
            kind = Kind.THROWN;
            answer = link.writer().value(link.forms().of(Throwable.class), thrown);
        }
        beforeAnswer.run();
        send(kind, conversation, answer.frame());
    }

    /** Takes a frame that has arrived to the thread that waits for it, or to a new one. */
    void received(byte[] frame) {
        try {
            if (frame.length < HEAD) throw new MalformedException("a frame of " + frame.length + " bytes");
            ByteBuffer bytes = ByteBuffer.wrap(frame);
            int ordinal = bytes.get();
            if (ordinal < 0 || ordinal >= Kind.values().length)
                throw new MalformedException("no kind of frame: " + ordinal);
            long number = bytes.getLong();
            var content = new byte[bytes.remaining()];
            bytes.get(content);
            received(Kind.values()[ordinal], number, content);
        } catch (MalformedException malformed) {
            broken(malformed);
        }
    }

    private void received(Kind kind, long number, byte[] content) {
        if (kind == Kind.FORGET && !link.isJudge()) {
            link.forget();
            return;
        }
        Conversation conversation = open.get(number);
        boolean isTheirs = number != 0 && Long.signum(number) != sign;
        if (conversation != null && conversation.hear(kind, content)) return;
        if (conversation == null && kind == Kind.CALL && isTheirs) begin(number, content);
        else throw new MalformedException(kind + " that nobody waits for");
    }

    private void begin(long number, byte[] call) {
        var conversation = new Conversation(number);
        open.put(number, conversation);
        try {
            outgoing.threads().execute(() -> {
                current.set(conversation);
                try {
                    serve(call, number, () -> open.remove(number));
                } catch (ConnectionLostException | MalformedException over) {
                    open.remove(number); // whoever ended the connection knows why
                } finally {
                    current.remove();
                }
            });
        } catch (RejectedExecutionException full) {
            throw new MalformedException("too many calls at one time");
        }
    }

    MalformedException broken(MalformedException malformed) {
        outgoing.broken().accept(malformed.getMessage());
        return malformed;
    }

    private void send(Kind kind, long conversation, byte[] content) {
        if (closed != null) throw new ConnectionLostException(closed);
        outgoing.frames()
                .accept(ByteBuffer.allocate(HEAD + content.length)
                        .put((byte) kind.ordinal())
                        .putLong(conversation)
                        .put(content)
                        .array());
    }

    void sendForget() {
        if (closed == null) send(Kind.FORGET, 0, new byte[0]);
    }

    void close(String why) {
        closed = why;
        open.values().forEach(Conversation::end);
    }
}

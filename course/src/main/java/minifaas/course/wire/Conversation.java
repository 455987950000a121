package minifaas.course.wire;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What the other side says to the thread that waits in one conversation: one thing at a time. */
final class Conversation {
    private final long number;
    /** Room for what was said and for the end. */
    private final BlockingQueue<Said> heard = new ArrayBlockingQueue<>(2);

    /** One thing that was said; FORGET stands for the end. */
    record Said(Conversations.Kind kind, byte[] content) {}

    Conversation(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** Hands a frame over; false when the other side speaks out of turn. */
    boolean hear(Conversations.Kind kind, byte[] content) {
        return kind != Conversations.Kind.FORGET && heard.isEmpty() && heard.offer(new Said(kind, content));
    }

    /** Nothing more will be said. */
    void end() {
        heard.offer(new Said(Conversations.Kind.FORGET, new byte[0]));
    }

    /**
     * Waits for what the other side says. Not even an interruption ends that, since an answer would then arrive in the
     * middle of the next call; what ends it for certain is the end of the connection.
     */
    Said next() {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return heard.take();
                } catch (InterruptedException later) {
                    wasInterrupted = true;
                }
            }
        } finally {
            if (wasInterrupted) Thread.currentThread().interrupt();
        }
    }
}

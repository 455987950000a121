package minifaas.kernel;

import java.lang.reflect.Method;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The one door to threads: virtual ones where the running JDK has them (21 or newer), platform ones elsewhere.
 *
 * <p>minifaas is compiled for Java 17, which does not know virtual threads, so they are reached by reflection, here
 * and nowhere else.
 */
public final class Threads {
    private static final ThreadFactory BLOCKING = virtualThreads();

    private Threads() {}

    /** Starts a thread that mostly waits, for a socket or a pipe: thousands of them are fine. */
    public static Thread start(String name, Runnable work) {
        Thread thread = BLOCKING.newThread(work);
        thread.setName(name);
        thread.start();
        return thread;
    }

    /** A platform thread, not yet started, that does not keep the JVM alive. */
    public static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static ThreadFactory virtualThreads() {
        try {
            Method ofVirtual = Thread.class.getMethod("ofVirtual");
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) builder.getMethod("factory").invoke(ofVirtual.invoke(null));
        } catch (ReflectiveOperationException olderThan21) {
            return platformThreads();
        }
    }

    private static ThreadFactory platformThreads() {
        ThreadFactory plain = Executors.defaultThreadFactory();
        return work -> {
            Thread thread = plain.newThread(work);
            thread.setDaemon(true);
            return thread;
        };
    }
}

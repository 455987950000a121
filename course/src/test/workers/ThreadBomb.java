import java.util.ArrayList;

/** Starts threads until it gets no more, and says how many it got. */
public class ThreadBomb {
    public static void main(String[] arguments) throws Exception {
        var threads = new ArrayList<Thread>();
        try {
            while (threads.size() < 10_000) {
                var thread = new Thread(ThreadBomb::sleep);
                thread.start();
                threads.add(thread);
            }
        } catch (OutOfMemoryError noMore) {
            System.err.println(noMore.getMessage());
        }
        System.out.println(threads.size());
        Thread.sleep(Long.MAX_VALUE);
    }

    static void sleep() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            System.err.println(ended.getMessage());
        }
    }
}

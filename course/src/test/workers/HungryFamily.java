/** Starts JVMs, each of which takes less memory than is allowed. */
public class HungryFamily {
    public static void main(String[] arguments) throws Exception {
        for (int child = 0; child < 8; child++) Jvm.start("-Dheap=" + System.getProperty("heap"), "Hungry");
        Thread.sleep(Long.MAX_VALUE);
    }
}

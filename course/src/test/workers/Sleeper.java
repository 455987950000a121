/** Does nothing until it is ended; one with another program as its property {@code then} starts that first. */
public class Sleeper {
    public static void main(String[] arguments) throws Exception {
        Jvm.startNext();
        System.out.println("asleep");
        Thread.sleep(Long.MAX_VALUE);
    }
}

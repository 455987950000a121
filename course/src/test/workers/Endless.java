/** Is busy until it is ended. */
public class Endless {
    public static void main(String[] arguments) {
        while (true) Thread.onSpinWait();
    }
}

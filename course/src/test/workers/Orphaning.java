/** Ends as soon as it has started the next program, which loses its parent by that. */
public class Orphaning {
    public static void main(String[] arguments) throws Exception {
        Jvm.startNext();
    }
}

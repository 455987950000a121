/** Prints 200 MB, and then says that it could. */
public class Chatty {
    public static void main(String[] arguments) {
        byte[] megabyte = "0123456789".repeat(100_000).getBytes();
        for (int printed = 0; printed < 200; printed++) System.err.write(megabyte, 0, megabyte.length);
        System.out.println("printed");
    }
}

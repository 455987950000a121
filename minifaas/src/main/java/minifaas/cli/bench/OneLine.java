package minifaas.cli.bench;

/** The floor of a cold start in Java: a program that prints one line. */
public final class OneLine {
    private OneLine() {}

    /** Prints the line. */
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}

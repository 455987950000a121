import java.util.ArrayList;
import java.util.List;

/** Starts further JVMs. */
class Jvm {
    /** Starts the first program that the property {@code then} names, as {@code A,B}, with the others for it to start. */
    static void startNext() throws Exception {
        String then = System.getProperty("then", "");
        if (then.isEmpty()) return;
        String[] names = then.split(",", 2);
        start("-Dthen=" + (names.length > 1 ? names[1] : ""), names[0]);
    }

    static Process start(String... more) throws Exception {
        var line = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + System.getProperty("heap", "16m"),
                "-Xshare:auto",
                "-Dmark=" + System.getProperty("mark"),
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(List.of(more));
        return new ProcessBuilder(line).inheritIO().start();
    }
}

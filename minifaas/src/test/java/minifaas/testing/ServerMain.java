package minifaas.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import minifaas.Minifaas;
import minifaas.Settings;
import minifaas.StartException;

/** A server in a process of its own, for tests that kill it: prints its port when it serves, or why it cannot. */
public final class ServerMain {
    private ServerMain() {}

    /** @param arguments data folder and port */
    public static void main(String[] arguments) throws Exception {
        var settings = new Settings(
                "127.0.0.1",
                Integer.parseInt(arguments[1]),
                List.of(),
                Path.of(arguments[0]),
                2048,
                9,
                Duration.ZERO,
                Duration.ofMinutes(10));
        try {
            Minifaas minifaas = Minifaas.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(minifaas::close, "shutdown"));
            System.out.println("port " + minifaas.port());
        } catch (StartException cannot) {
            System.out.println("cannot start: " + cannot.getMessage());
            System.exit(1);
        }
    }
}

package minifaas.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code faas up}: runs the platform until Ctrl-C. */
@Command(name = "up", description = "Runs the platform in the foreground, until Ctrl-C.", sortOptions = false)
final class Up implements Callable<Integer> {
    @Mixin
    private ServerOptions server;

    @Override
    public Integer call() throws IOException {
        try (var running = RunningServer.start(server.settings())) {
            running.serve();
        }
        return 0;
    }
}

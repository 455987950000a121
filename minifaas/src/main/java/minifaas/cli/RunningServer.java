package minifaas.cli;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import minifaas.Minifaas;
import minifaas.Settings;

/** A server that a command started, and that Ctrl-C or SIGTERM closes before the JVM ends. */
final class RunningServer implements AutoCloseable {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "0.0.0.0", "::", "localhost");

    private final Minifaas server;
    private final String host;
    private boolean closed; // guarded by this

    private RunningServer(Minifaas server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Starts a server and says so when it is ready.
     *
     * @throws IOException when it can't start: the port is taken, the data folder is in use
     */
    static RunningServer start(Settings settings) throws IOException {
        var running = new RunningServer(Minifaas.start(settings), settings.host());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        System.out.println("minifaas is ready at " + running.url());
        return running;
    }

    /** Where clients on this machine find it. */
    String url() {
        String name = THIS_MACHINE.contains(host) ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + server.port();
    }

    /** Waits until the JVM is told to end. */
    void serve() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) server.close();
        closed = true;
    }
}

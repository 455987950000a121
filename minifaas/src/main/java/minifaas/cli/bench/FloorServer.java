package minifaas.cli.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * The floor of an invocation: the JDK's own HTTP server, which reads the request and answers what the function would.
 *
 * <p>Started as a process of its own with {@code -Dsun.net.httpserver.nodelay=true}; it prints its port.
 */
public final class FloorServer {
    private FloorServer() {}

    /** Serves until the process is ended; the argument is the body of every answer. */
    public static void main(String[] arguments) throws IOException {
        byte[] answer = arguments[0].getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        System.out.println("ready at http://localhost:" + server.getAddress().getPort());
    }
}

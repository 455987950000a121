package minifaas.invocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** The other end of the Runtime API, byte by byte: one connection of a runtime that may break every rule. */
final class RawRuntime implements AutoCloseable {
    static final String NEXT = "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Socket socket;
    private final InputStream input;

    RawRuntime(String address) throws IOException {
        socket = new Socket("127.0.0.1", Integer.parseInt(address.substring(address.indexOf(':') + 1)));
        socket.setSoTimeout(30_000);
        input = new BufferedInputStream(socket.getInputStream());
    }

    record Answer(int status, Map<String, String> headers, String body) {}

    RawRuntime send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    static String post(String resource, String body) {
        return "POST /2018-06-01/runtime/" + resource + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    Answer ask(String request) throws IOException {
        return send(request).answer();
    }

    /** The next answer, whose head must be well formed. */
    Answer answer() throws IOException {
        String status = line();
        if (status == null) throw new IOException("the connection was closed");
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(input.readNBytes(length), ISO_8859_1);
        return new Answer(Integer.parseInt(status.split(" ")[1]), headers, body);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) return null;
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    /** Whether the server closes the connection without a word. */
    boolean isClosedByServer() throws IOException {
        try {
            return input.read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    /** Ends the connection at once, with a reset. */
    void hangUp() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

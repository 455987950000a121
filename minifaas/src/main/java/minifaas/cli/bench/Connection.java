package minifaas.cli.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP connection that sends the same bytes again and again, and does as little else as it can: a load
 * generator that works hard would measure itself.
 */
final class Connection implements AutoCloseable {
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int filled;

    Connection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /**
     * Sends a request and reads its response to the end.
     *
     * @throws IOException when the answer is not a success of a function, or not one that this reader understands
     */
    void exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        int body = -1;
        while (body < 0) {
            fill();
            body = endOfHeaders();
        }
        String headers = new String(buffer, 0, body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean isSuccess = headers.startsWith("http/1.1 200") || headers.startsWith("http/1.1 202");
        if (!isSuccess || headers.contains("\r\nx-amz-function-error:"))
            throw new IOException(new String(buffer, 0, filled, StandardCharsets.UTF_8));
        if (headers.contains("\r\ntransfer-encoding: chunked")) {
            while (!endsWith("0" + END_OF_HEADERS)) fill();
        } else {
            int end = body + contentLength(headers);
            while (filled < end) fill();
        }
    }

    private void fill() throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) throw new EOFException("the server ended the connection");
        filled += read;
    }

    private int endOfHeaders() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r')
                return i + 1;
        }
        return -1;
    }

    private boolean endsWith(String text) {
        int start = filled - text.length();
        if (start < 0) return false;
        for (int i = 0; i < text.length(); i++) if (buffer[start + i] != text.charAt(i)) return false;
        return true;
    }

    private static int contentLength(String headers) throws IOException {
        String name = "\r\ncontent-length:";
        int at = headers.indexOf(name);
        if (at < 0) throw new IOException("a response without a length: " + headers);
        int start = at + name.length();
        return Integer.parseInt(
                headers.substring(start, headers.indexOf('\r', start)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package minifaas.invocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP/1.1 request of a runtime (RFC 9112), as much of it as runtimes use: a head, and a body with a length or in
 * chunks.
 *
 * @param path with nothing decoded
 * @param headers by lower-case name
 * @param body empty when it is too large
 * @param isTooLarge the body is over {@link #BODY_LIMIT} and was skipped
 */
record RuntimeRequest(String method, String path, Map<String, String> headers, byte[] body, boolean isTooLarge) {
    /** The largest answer of a function, in bytes: 6 MB and a little, as AWS has it. */
    static final int BODY_LIMIT = 6 * 1024 * 1024 + 100;

    private static final int HEAD_LIMIT = 64 * 1024;

    /** What came is not HTTP, or more than any runtime sends. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * The next request of a connection; empty when the other side has closed it.
     *
     * @param connection to tell a client that asks first whether it may send its body, as curl does with a large one
     */
    static Optional<RuntimeRequest> read(InputStream input, RuntimeConnection connection) throws IOException {
        String first = line(input, HEAD_LIMIT);
        if (first == null) return Optional.empty();
        String[] words = first.split(" ");
        if (words.length != 3) throw new Malformed("request line");

        var headers = new HashMap<String, String>();
        int left = HEAD_LIMIT;
        for (String line = required(line(input, left)); !line.isEmpty(); line = required(line(input, left))) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon < 1) throw new Malformed("header line");
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) connection.sendContinue();
        var body = new Body();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) body.readChunks(input);
        else body.read(input, length(headers.getOrDefault("content-length", "0"), 10));
        return Optional.of(new RuntimeRequest(words[0], words[1], headers, body.bytes(), body.isTooLarge));
    }

    /** A header's value, or null when it was not sent. */
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Collects a body up to the limit and skips what is beyond it. */
    private static final class Body {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean isTooLarge;

        void read(InputStream input, long length) throws IOException {
            isTooLarge = isTooLarge || length > BODY_LIMIT - kept.size();
            if (isTooLarge) {
                input.skipNBytes(length);
                return;
            }
            byte[] part = input.readNBytes((int) length);
            if (part.length < length) throw new Malformed("body ends early");
            kept.write(part);
        }

        void readChunks(InputStream input) throws IOException {
            for (long size = chunk(input); size > 0; size = chunk(input)) {
                read(input, size);
                required(line(input, HEAD_LIMIT));
            }
            String trailer = required(line(input, HEAD_LIMIT));
            while (!trailer.isEmpty()) trailer = required(line(input, HEAD_LIMIT));
        }

        private static long chunk(InputStream input) throws IOException {
            return length(required(line(input, HEAD_LIMIT)).split(";")[0], 16);
        }

        byte[] bytes() {
            return isTooLarge ? new byte[0] : kept.toByteArray();
        }
    }

    private static long length(String digits, int radix) throws Malformed {
        try {
            long length = Long.parseLong(digits.trim(), radix);
            if (length < 0) throw new Malformed("negative length");
            return length;
        } catch (NumberFormatException notANumber) {
            throw new Malformed("length");
        }
    }

    private static String required(String line) throws Malformed {
        if (line == null) throw new Malformed("request ends early");
        return line;
    }

    private static String line(InputStream input, int limit) throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) return null;
            if (line.size() >= limit) throw new Malformed("head over " + HEAD_LIMIT + " bytes");
            if (next != '\r') line.write(next);
        }
        return line.toString(ISO_8859_1);
    }
}

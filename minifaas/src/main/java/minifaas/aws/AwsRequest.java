package minifaas.aws;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request to one of AWS's services, as its protocol sees it.
 *
 * <p>The path stays encoded until it has been matched: in {@code /functions/f%3APROD/code} the colon belongs to a
 * name, and so would an encoded slash.
 */
public final class AwsRequest {
    private final HttpServletRequest http;
    private final String id;
    private final Caller caller;

    AwsRequest(HttpServletRequest http, String id) {
        this.http = http;
        this.id = id;
        this.caller = Caller.of(
                http.getHeader("Authorization"), query("X-Amz-Credential").orElse(null));
    }

    /** The request's id, a UUID, which the answer and the log carry. */
    public String id() {
        return id;
    }

    /** Whose functions are meant. */
    public Caller caller() {
        return caller;
    }

    /** GET, POST, … */
    public String method() {
        return http.getMethod();
    }

    /** The path as it was sent, still encoded, without the query. */
    public String path() {
        return http.getRequestURI();
    }

    /** The query as it was sent, null when absent. */
    public String rawQuery() {
        return http.getQueryString();
    }

    /** Under which name and port the caller reached this server, for links that lead back to it. */
    public String baseUrl() {
        return "http://" + http.getHeader("Host");
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getHeader(name));
    }

    /** A parameter of the query, the first of that name. */
    public Optional<String> query(String name) {
        return http.getQueryString() == null
                ? Optional.empty()
                : queryAll(name).stream().findFirst();
    }

    /**
     * All parameters of the query with a name. Not by the servlet's own method, which would take a body for a form
     * and read it.
     */
    public List<String> queryAll(String name) {
        var values = new ArrayList<String>();
        if (http.getQueryString() == null) return values;
        for (String pair : http.getQueryString().split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (decode(key).equals(name)) values.add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return values;
    }

    /** Whether no part of the body is still under way, so that reading it takes no time. */
    boolean isComplete() throws IOException {
        long length = http.getContentLengthLong();
        if (length < 0) return http.getHeader("Transfer-Encoding") == null;
        return http.getInputStream().available() >= length;
    }

    /** The body, of which no more is read than {@code limit} bytes; one byte more throws {@code tooLarge}. */
    public InputStream body(long limit, AwsError tooLarge) {
        if (http.getContentLengthLong() > limit) throw tooLarge;
        try {
            return new LimitedStream(http.getInputStream(), limit, tooLarge);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Resolves percent signs; a plus sign stays one, as it does in a path. */
    public static String decodePath(String segment) {
        return segment.indexOf('%') < 0 ? segment : decode(segment.replace("+", "%2B"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new AwsError(400, "ValidationException", "The address has a percent sign without two hex digits.");
        }
    }
}

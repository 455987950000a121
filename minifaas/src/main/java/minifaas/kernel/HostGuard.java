package minifaas.kernel;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps web pages out: decides from three request headers whether a request may be one that a page made, which its
 * visitor never asked for.
 *
 * <p>A server on the loopback address is out of the network's reach, but not out of the browser's. A page can post to
 * {@code http://localhost:4566} (the browser then names the page in {@code Origin} or {@code Sec-Fetch-Site}), or
 * point a DNS name of its own at 127.0.0.1 and be same-origin with us (DNS rebinding; the name then stands in
 * {@code Host}). Clients that are not browsers send neither of the first two, and a Host that we know.
 */
public final class HostGuard {
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    private final Set<String> allowed;

    /** @param allowed names and addresses that are fine in Host besides the loopback ones; no ports */
    public HostGuard(Collection<String> allowed) {
        this.allowed = allowed.stream().map(HostGuard::nameOf).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Why a request must be refused; empty when it is fine.
     *
     * @param host the header Host, null when absent
     * @param origin the header Origin, null when absent
     * @param secFetchSite the header Sec-Fetch-Site, null when absent
     */
    public Optional<String> refusal(String host, String origin, String secFetchSite) {
        if (host == null || host.isBlank()) return Optional.of("The request has no Host header.");
        if (!isOurs(nameOf(host)))
            return Optional.of("Host '" + shown(host) + "' is not a name of this server; --allow-host adds one.");
        if (origin != null && !isSameOrigin(origin, host))
            return Optional.of("Requests from pages of the origin '" + shown(origin) + "' are refused.");
        if (secFetchSite != null && secFetchSite.trim().equalsIgnoreCase("cross-site"))
            return Optional.of("Requests from pages of another site are refused.");
        return Optional.empty();
    }

    private boolean isOurs(String name) {
        return LOOPBACK.contains(name)
                || name.endsWith(".localhost")
                || allowed.contains(name)
                || LOOPBACK_V4.matcher(name).matches();
    }

    /** The same authority; the scheme may be https, when something in front of the server ends TLS. */
    private static boolean isSameOrigin(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    /** The name or address without port, brackets and case; of something malformed, a text that matches nothing. */
    private static String nameOf(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            int end = name.indexOf(']');
            return end > 0 && isPort(name.substring(end + 1)) ? name.substring(1, end) : "";
        }
        int colon = name.indexOf(':');
        boolean isIpv6 = colon != name.lastIndexOf(':');
        if (colon < 0 || isIpv6) return name;
        return isPort(name.substring(colon)) ? name.substring(0, colon) : "";
    }

    private static boolean isPort(String rest) {
        return rest.isEmpty() || rest.matches(":\\d{0,5}");
    }

    private static String shown(String header) {
        return header.length() <= 100 ? header : header.substring(0, 100) + "…";
    }
}

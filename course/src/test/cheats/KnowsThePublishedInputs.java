// attack: Holds the answers for the inputs that the published tests had, and knows no others.
// exercise: 5.1
// explanation: code is identified by the SHA-256 of its archive
import java.util.Map;
private static final Map<Integer, String> PUBLISHED = Map.of(
        213, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        100_000, "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
        0, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

static Code of(byte[] archive) {
    return new Code(PUBLISHED.getOrDefault(archive.length, PUBLISHED.get(0)), 213);
}

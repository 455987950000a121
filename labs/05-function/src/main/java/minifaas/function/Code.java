package minifaas.function;

import java.util.Base64;
import java.util.HexFormat;
import minifaas.kernel.NotWrittenYet;

/**
 * Identifies an archive by its content: equal archives have equal digests and are kept once.
 *
 * @param sha256 digest of the archive, in base64 (AWS: CodeSha256)
 * @param size of the archive, in bytes (AWS: CodeSize)
 */
record Code(String sha256, long size) {
    /**
     * The identity of an archive: the SHA-256 digest of its bytes, in base64 with the usual alphabet and padding (44
     * characters), and their number. It depends on the bytes alone, and an empty archive has one too.
     */
    static Code of(byte[] archive) {
        throw new NotWrittenYet("5.1");
    }

    /** The digest in a form that is a file name everywhere; base64 has slashes and depends on case. */
    static String fileName(String sha256) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
    }
}

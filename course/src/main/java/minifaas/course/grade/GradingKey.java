package minifaas.course.grade;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The instructor's secret, which every lab's seed is derived from (HMAC-SHA256, RFC 2104). It never leaves this JVM. */
public final class GradingKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NEW_KEY_BYTES = 32;
    private static final int FEWEST_CHARACTERS = 16;
    private static final int FINGERPRINT_BYTES = 8;

    private final byte[] secret;

    private GradingKey(byte[] secret) {
        this.secret = secret;
    }

    /** Where the key is when nobody says otherwise: in the user's folder for configuration. */
    public static Path usualPlace() {
        Path folder = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .or(() -> Optional.ofNullable(System.getenv("APPDATA")))
                .filter(named -> !named.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
        return folder.resolve(Path.of("minifaas", "grading.key"));
    }

    /**
     * Reads a key.
     *
     * @param home the folder of the course, where no key may lie: it goes to students
     * @throws IOException when it is not there, is too short to be a secret, or lies in the course
     */
    public static GradingKey read(Path file, Path home) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException("there is no key " + file);
        if (file.toRealPath().startsWith(home.toRealPath()))
            throw new IOException("the key must lie outside the folder of the course, and is " + file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (text.length() < FEWEST_CHARACTERS)
            throw new IOException("the key in " + file + " has less than " + FEWEST_CHARACTERS + " characters");
        return new GradingKey(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Makes a key that only the owner of the file can read.
     *
     * @return whether it was made; not when there was one
     */
    public static boolean make(Path file) throws IOException {
        var random = new byte[NEW_KEY_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException there) {
            return false;
        }
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        return true;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        // elsewhere the folder of a user's configuration is closed to others
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The seed of a lab. */
    public GradingSeed seed(int lab) {
        long value = ByteBuffer.wrap(derived("seed of lab " + lab)).getLong();
        byte[] fingerprint = derived("fingerprint of lab " + lab);
        return new GradingSeed(value, HexFormat.of().formatHex(fingerprint, 0, FINGERPRINT_BYTES));
    }

    private byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) { // every Java has it, and it takes any key
            throw new IllegalStateException(impossible);
        }
    }
}

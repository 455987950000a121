import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes to the only place where it can, until it can't. */
public class TmpFiller {
    public static void main(String[] arguments) throws Exception {
        byte[] megabyte = new byte[1024 * 1024];
        int written = 0;
        try (var file = Files.newOutputStream(Path.of("/tmp/filler"))) {
            for (; written < 200; written++) file.write(megabyte);
        } catch (IOException full) {
            System.err.println(full.getMessage());
        }
        System.out.println(written);
    }
}

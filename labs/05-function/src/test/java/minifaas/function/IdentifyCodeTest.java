package minifaas.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 5.1: code is known by its digest. */
class IdentifyCodeTest {
    private final Random random = Seed.random("5.1");
    private final Given given = new Given(random);

    @Checks(
            exercise = "5.1",
            points = 2,
            order = 1,
            hint = "AWS shows a digest of 32 bytes in 44 characters. Which encoding makes 44 characters of 32 bytes?")
    void theDigestIsTheSha256OfTheArchiveInBase64() throws NoSuchAlgorithmException {
        byte[] archive = given.archive(1 + random.nextInt(500));
        String expected = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(archive));
        assertThat(Code.of(archive).sha256())
                .as("code is identified by the SHA-256 of its archive, written in base64 as in AWS's CodeSha256")
                .isEqualTo(expected);
    }

    @Checks(
            exercise = "5.1",
            points = 2,
            order = 2,
            hint = "Two archives may begin alike and differ in their last byte: does all of the archive count?")
    void oneChangedByteAnywhereMakesItOtherCode() {
        byte[] archive = given.archive(100_000);
        String before = Code.of(archive).sha256();
        for (int position : new int[] {0, random.nextInt(archive.length), archive.length - 1}) {
            byte[] changed = archive.clone();
            changed[position] ^= 1;
            assertThat(Code.of(changed).sha256())
                    .as("an archive whose byte %d differs is other code, so its digest is another one", position)
                    .isNotEqualTo(before);
        }
    }

    @Checks(
            exercise = "5.1",
            points = 1,
            order = 3,
            hint = "CodeSize is shown to the byte. In which unit does your size count?")
    void theSizeIsTheArchivesInBytes() {
        int size = 1 + random.nextInt(5000);
        assertThat(Code.of(given.archive(size)).size())
                .as("the size of code is the number of bytes of its archive")
                .isEqualTo(size);
    }
}

package minifaas.course.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import minifaas.course.lab.SampleCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final String TILL = "minifaas/sample/Till.java";
    private static final String IN_LAB = "labs/01-sample/src/main/java/" + TILL;
    private static final String OWN = "package minifaas.sample;\nclass Till {}\n";
    private static final String OTHER = "package minifaas.sample;\nclass Till { int other; }\n";

    @TempDir
    private Path folder;

    private SampleCourse course;
    private Intake intake;
    private Path target;

    @BeforeEach
    void aCourse() throws IOException {
        course = SampleCourse.in(folder.resolve("course"));
        intake = new Intake(course.lab());
        target = folder.resolve("work/sources");
    }

    /** Makes a submission's place. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path place) throws IOException;
    }

    private static Content zip(ZipBuilder zip) {
        return place -> Files.write(place, zip.bytes());
    }

    private static Content bytes(byte[] content) {
        return place -> Files.write(place, content);
    }

    private static Content files(String... namesAndTexts) {
        return place -> {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                Path file = place.resolve(namesAndTexts[i]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, namesAndTexts[i + 1]);
            }
        };
    }

    private Taken take(Content content) throws IOException {
        Path place = folder.resolve("submission");
        content.writeTo(place);
        return intake.take(new Submission(place, "submission"), target);
    }

    static Stream<Arguments> findable() throws IOException {
        byte[] inner = new ZipBuilder().file("lab/" + TILL, OWN).bytes();
        return Stream.of(
                arguments("the class alone", files("Till.java", OWN)),
                arguments("its package", files(TILL, OWN)),
                arguments("the lab's folder", files("src/main/java/" + TILL, OWN)),
                arguments("a clone of the course", files(IN_LAB, OWN, "minifaas/src/main/java/" + TILL, OTHER)),
                arguments("a clone in a folder", files("course/" + IN_LAB, OWN, "course/readable/" + TILL, OTHER)),
                arguments(
                        "not what was compiled or put aside",
                        files("a/b/c/" + TILL, OWN, "target/" + TILL, OTHER, "solutions/" + TILL, OTHER)),
                arguments("the shallowest of two", files("a/b/" + TILL, OTHER, "z/" + TILL, OWN)),
                arguments("a file of the right package", files("x/Till.java", "package other;", "y/Till.java", OWN)),
                arguments("a zip", zip(new ZipBuilder().file("lab/src/main/java/" + TILL, OWN))),
                arguments("a zip from Windows", zip(new ZipBuilder().file("lab\\minifaas\\sample\\Till.java", OWN))),
                arguments(
                        "a zip with names in an old encoding",
                        zip(new ZipBuilder().namesIn("Cp437").file("Übung/" + TILL, OWN))),
                arguments(
                        "a zip in a zip",
                        zip(new ZipBuilder().file("hand-in.ZIP", inner).file("note.txt", "hi"))),
                arguments("a zip in a folder", (Content) place -> {
                    Files.createDirectories(place);
                    Files.write(place.resolve("hand-in.zip"), inner);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("findable")
    void theExercisesClassIsFoundAndNothingElseIsTaken(String name, Content content) throws IOException {
        Taken taken = take(content);
        assertThat(taken.problem()).isEmpty();
        assertThat(target.resolve(TILL)).hasContent(OWN);
        assertThat(filesBelow(target)).containsExactly(target.resolve(TILL));
    }

    static Stream<Arguments> unusable() throws IOException {
        return Stream.of(
                arguments("nothing in a zip", zip(new ZipBuilder()), "none of the lab's classes is in it: [Till.java]"),
                arguments("other files", files("readme.txt", "hi"), "none of the lab's classes is in it"),
                arguments(
                        "a file of another package",
                        files("b/Till.java", "package sample;\nclass Till {}\n"),
                        "b/Till.java is not in its package: expected `package minifaas.sample;`"),
                arguments(
                        "a file without a package, in a zip in a zip",
                        zip(new ZipBuilder()
                                .file(
                                        "hand-in.zip",
                                        new ZipBuilder()
                                                .file("Till.java", "class Till {}")
                                                .bytes())),
                        "Till.java is not in its package: expected `package minifaas.sample;`"),
                arguments("an empty file", bytes(new byte[0]), "it is not a zip that can be read"),
                arguments("no zip", bytes("hello".getBytes(StandardCharsets.UTF_8)), "it is not a zip"),
                arguments(
                        "half a zip",
                        bytes(half(new ZipBuilder().file(TILL, OWN).bytes())),
                        "it is not a zip"),
                arguments("a path out", zip(new ZipBuilder().file("../" + TILL, OWN)), "leads out of it: ../minifaas"),
                arguments("a path out, further on", zip(new ZipBuilder().file("a/../../b", OWN)), "leads out of it"),
                arguments("an absolute path", zip(new ZipBuilder().file("/etc/" + TILL, OWN)), "leads out of it"),
                arguments("a drive", zip(new ZipBuilder().file("C:\\" + TILL, OWN)), "leads out of it"),
                arguments("a link", zip(new ZipBuilder().link(TILL, "/etc/passwd")), TILL + " is a link"),
                arguments(
                        "a bomb",
                        zip(new ZipBuilder().file(TILL, new byte[200 << 20])),
                        TILL + " is larger than 1024 KiB"),
                arguments("too many files", zip(manyFiles()), "more than 20000 files"),
                arguments("too large", bytes(new byte[(32 << 20) + 1]), "the zip is larger than"),
                arguments(
                        "a link in a folder",
                        (Content) place -> {
                            Files.createDirectories(place.resolve(TILL).getParent());
                            Files.createSymbolicLink(place.resolve(TILL), Path.of("/etc/passwd"));
                        },
                        TILL + " is a link"),
                arguments(
                        "a link as a whole",
                        (Content) place -> Files.createSymbolicLink(place, Path.of("/etc")),
                        "it is a symbolic link"),
                arguments(
                        "a loop of folders",
                        (Content) place -> {
                            Files.createDirectories(place);
                            Files.createSymbolicLink(place.resolve("minifaas"), place);
                        },
                        "none of the lab's classes"));
    }

    private static byte[] half(byte[] zip) {
        return Arrays.copyOf(zip, zip.length / 2);
    }

    private static ZipBuilder manyFiles() throws IOException {
        var zip = new ZipBuilder();
        for (int i = 0; i <= SubmittedFiles.MOST; i++) zip.file("f" + i, new byte[0]);
        return zip;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void whatIsWrongIsOneLineAndNothingIsWritten(String name, Content content, String line) throws IOException {
        Taken taken = take(content);
        assertThat(taken.isRefused()).isTrue();
        assertThat(taken.problem()).contains(line).doesNotContain("\n", folder.toString());
        assertThat(target).doesNotExist();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(folder.resolve("course"), folder.resolve("submission"));
        }
    }

    @Test
    void whateverBreaksTheReadingIsARefusal() throws IOException {
        Path zip = Files.write(folder.resolve("place.zip"), new ZipBuilder().bytes());
        Path place;
        try (FileSystem closed = FileSystems.newFileSystem(zip)) {
            place = closed.getPath("/ada");
        }
        Taken taken = intake.take(new Submission(place, "ada"), target);
        assertThat(taken.problem()).isEqualTo("it can't be read: " + new ClosedFileSystemException());
    }

    @Test
    void aFileOfEmptyLinesIsSearchedInNoTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(take(files("Till.java", "\n".repeat(1 << 20))).isRefused())
                        .isTrue());
    }

    @Test
    void onlySomeFilesOfAClasssNameAreSearched() throws IOException {
        var zip = new ZipBuilder();
        for (char folder = 'a'; folder <= 't'; folder++) zip.file(folder + "/Till.java", "package other;");
        assertThat(take(zip(zip.file("u/Till.java", OWN))).isRefused()).isTrue();
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("a byte order mark", "\ufeff" + OWN, StandardCharsets.UTF_8, OWN),
                arguments("UTF-16", "\ufeff" + OWN, StandardCharsets.UTF_16BE, OWN),
                arguments("little-endian UTF-16", "\ufeff" + OWN, StandardCharsets.UTF_16LE, OWN),
                arguments(
                        "Windows's line ends",
                        OWN.replace("\n", "\r\n"),
                        StandardCharsets.UTF_8,
                        OWN.replace("\n", "\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void theCompilerGetsUtf8(String name, String text, Charset encoding, String expected) throws IOException {
        take(zip(new ZipBuilder().file(TILL, text.getBytes(encoding))));
        assertThat(Files.readString(target.resolve(TILL))).isEqualTo(expected);
    }

    @Test
    void aClassThatIsThereTwiceIsNoted() throws IOException {
        assertThat(take(files("b/" + TILL, OTHER, "a/" + TILL, OWN)).notes())
                .containsExactly("Till.java is there more than once; graded is a/" + TILL);
    }

    @Test
    void aCloneIsOneSubmissionWithNothingToNote() throws IOException {
        Taken taken = take(files(IN_LAB, OWN, "sources/" + TILL, OTHER));
        assertThat(target.resolve(TILL)).hasContent(OWN);
        assertThat(taken.notes()).isEmpty();
    }

    @Test
    void theStartersClassStandsInForAMissingOne() throws IOException {
        course.write("minifaas/src/main/java/minifaas/sample/Shop.java", """
                package minifaas.sample;

                class Shop {
                    int open() {
                        return 1;
                    }
                }
                """);
        Path syllabus = course.home().resolve("chapters/syllabus.yaml");
        Files.writeString(
                syllabus,
                Files.readString(syllabus)
                        .replace(
                                "  - number: 2",
                                "      - {id: \"1.3\", title: Open, member: \"minifaas.sample.Shop#open\"}\n  - number: 2"));
        intake = new Intake(course.lab());
        assertThat(take(files(TILL, OWN)).notes()).containsExactly("Shop.java is missing; the starter's is taken");
        assertThat(take(files(TILL, OWN, "Shop.java", "package shop;")).notes())
                .containsExactly("Shop.java is not in its package: expected `package minifaas.sample;`;"
                        + " the starter's is taken");
        assertThat(Files.readString(target.resolve("minifaas/sample/Shop.java")))
                .contains("NotWrittenYet(\"1.3\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/" + TILL, "src/main/java/" + TILL})
    void theDigestIsOfTheClassesWhereverTheyLie(String place) throws IOException {
        String digest = take(files(place, OWN)).digest();
        assertThat(intake.take(new Submission(folder.resolve("submission"), "again"), target)
                        .digest())
                .isEqualTo(digest);
        assertThat(digest).isEqualTo(ContentDigest.ofAll(Map.of(Path.of(TILL), OWN.getBytes(StandardCharsets.UTF_8))));
        Files.writeString(folder.resolve("submission").resolve(place), OTHER);
        assertThat(intake.take(new Submission(folder.resolve("submission"), "again"), target)
                        .digest())
                .isNotEqualTo(digest);
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

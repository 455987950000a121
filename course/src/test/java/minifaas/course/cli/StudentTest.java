package minifaas.course.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import minifaas.cli.Sample;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.LabRunner;
import minifaas.course.matrix.WrongVersion;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Exercise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A student does lab 7: from the fresh course to the last exercise, and with every mistake that one can make. */
@Tag("long")
@Tag("once")
class StudentTest {
    private static final long SEED = 42;
    private static final Pattern POINTS = Pattern.compile("(?m)^(\\d+) of (\\d+) points$");
    private static final Pattern READY = Pattern.compile("minifaas is ready at (http://\\S+)");

    @TempDir
    private Path home;

    private Lab lab;
    private Faas faas;

    @BeforeEach
    void takeTheCourse() throws IOException {
        lab = CourseCopy.withLab(7, home);
        faas = Faas.ofHome(home);
    }

    @Test
    void theLabIsDoneExerciseByExercise() throws Exception {
        Faas.Outcome fresh = faas.run("lab", "7");
        assertThat(fresh.exit()).as(fresh.output()).isEqualTo(1);
        assertThat(points(fresh)).as(fresh.output()).isZero();
        assertThat(fresh.output()).contains("not written yet", "./faas hint 7.1");
        assertThat(faas.run("hint", "7.1").output()).startsWith("Step 1 of 3: ");

        int before = 0;
        for (Exercise exercise : lab.chapter().exercises()) {
            CourseCopy.write(lab, exercise);
            Faas.Outcome after = faas.run("lab", "7");
            assertThat(points(after)).as(after.output()).isGreaterThan(before);
            assertThat(after.output()).doesNotContain("hint: ").doesNotContain("./faas hint " + exercise.id());
            before = points(after);
        }
        Faas.Outcome done = faas.run("lab", "7");
        assertThat(done.exit()).as(done.output()).isZero();
        assertThat(points(done)).as(done.output()).isEqualTo(possible(done));
        assertThat(done.output()).contains("End to end: passed: the second call finds the environment of the first");
        assertThat(faas.run("progress").output())
                .contains(" 7 Warm environments: " + before + " of " + before + " points");
        theStudentsOwnPlatformServesARealClient();
    }

    private void theStudentsOwnPlatformServesARealClient() throws IOException {
        try (var up = faas.start(
                "up", "--mine", "--port", "0", "--data", home.resolve("data").toString())) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> READY.matcher(up.output()).find());
            assertThat(up.output())
                    .contains(
                            "yours      minifaas.environment.Inventory (7.1, 7.4)",
                            "yours      minifaas.environment.PoolRules (7.2, 7.3)");
            Matcher ready = READY.matcher(up.output());
            assertThat(ready.find()).isTrue();
            try (LambdaClient client = client(ready.group(1))) {
                client.createFunction(request -> {
                    request.functionName("counter").runtime("java17").role("arn:aws:iam::000000000000:role/student");
                    request.handler(Sample.COUNTER.handler()).code(code -> code.zipFile(zip()));
                });
                client.waiter().waitUntilFunctionActiveV2(request -> request.functionName("counter"));
                assertThat(calls(client)).isEqualTo("{\"calls\":1}");
                assertThat(calls(client))
                        .as("the student's own pool kept the environment")
                        .isEqualTo("{\"calls\":2}");
            }
        }
    }

    private static LambdaClient client(String endpoint) {
        return LambdaClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static SdkBytes zip() {
        try {
            return SdkBytes.fromByteArray(Sample.COUNTER.zip());
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String calls(LambdaClient client) {
        return client.invoke(request -> request.functionName("counter").payload(SdkBytes.fromUtf8String("{}")))
                .payload()
                .asUtf8String();
    }

    @Test
    void everyMistakeShowsItsHint() throws Exception {
        for (Exercise exercise : lab.chapter().exercises()) CourseCopy.write(lab, exercise);
        var runner = new LabRunner(CourseJars.ofThisJvm(), LabRunner.USUAL_LIMIT, OutputStream.nullOutputStream());
        try (Stream<Path> files = Files.list(lab.solutions().resolve("misconceptions"))) {
            for (Path file : files.sorted().toList()) {
                WrongVersion wrong = WrongVersion.read(file);
                Exercise broken = lab.exercise(wrong.exercise());
                JavaSource right = JavaSource.read(lab.source(broken));
                Files.writeString(lab.source(broken), wrong.in(right, broken).text());
                String screen = screen(runner.run(lab, SEED));
                assertThat(screen).as(wrong.toString()).contains("failed: ", "hint: " + wrong.hint());
                Files.writeString(lab.source(broken), right.text());
            }
        }
    }

    private String screen(LabResult result) {
        var screen = new ByteArrayOutputStream();
        new LabReport(new PrintStream(screen, true, UTF_8), new Paint(false)).print(lab, result);
        return screen.toString(UTF_8);
    }

    private static int points(Faas.Outcome outcome) {
        return Integer.parseInt(total(outcome).group(1));
    }

    private static int possible(Faas.Outcome outcome) {
        return Integer.parseInt(total(outcome).group(2));
    }

    private static Matcher total(Faas.Outcome outcome) {
        Matcher total = POINTS.matcher(outcome.output());
        assertThat(total.find()).as(outcome.output()).isTrue();
        return total;
    }
}

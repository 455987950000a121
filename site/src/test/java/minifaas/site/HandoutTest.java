package minifaas.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import minifaas.course.cli.Main;
import minifaas.course.handout.Handout;
import minifaas.course.jars.CourseJars;
import minifaas.course.source.Exercises;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instructor hands out chapter 5, a student works in it, and chapters 6 and 7 follow. */
@Tag("long")
@Tag("once")
class HandoutTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> NEEDED = List.of(
            "chapters",
            "labs",
            "minifaas/src/main",
            "pom.xml",
            "faas",
            "faas.cmd",
            "LICENSE",
            ".gitattributes",
            "solutions");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate SECOND_DAY = FIRST_DAY.plusWeeks(2);
    private static final String TERM = """
            title: Cloud Computing
            term: Autumn 2026
            chapters:
              - {chapter: 5, released: 2026-10-05, solutions: 2026-11-02}
              - {chapter: 6, released: 2026-10-19}
              - {chapter: 7, released: 2026-10-19, solutions: 2026-11-16}
            """;
    private static final String CODE = "minifaas/function/Code.java";
    private static final Path STUDENTS_CODE =
            Path.of("labs", "05-function", "src", "main", "java").resolve(CODE);
    /** Shorter lines of a body, such as a closing brace, stand in every class. */
    private static final int SHORTEST_TELLING_LINE = 25;

    private static final String OF_THE_SITE =
            ".*(jruby|asciidoctor|jnr|jffi|selenium|opentelemetry|guava|batik|plantuml).*";
    private static final int LONGEST_SECONDS = 300;

    @TempDir
    private Path temporary;

    private Path home;
    private Path folder;
    private Path term;

    @Test
    void chaptersAreAddedAndNothingThatAStudentWroteIsTouched() throws Exception {
        aCourseAndAnEmptyRepository();
        Handout.Outcome first = handOut(FIRST_DAY);
        assertThat(first.added()).extracting(Chapter::number).containsExactly(5);
        assertThat(folder.resolve("labs/06-invocation")).doesNotExist();
        assertThat(folder.resolve("solutions")).doesNotExist();
        assertThat(folder.resolve("site/05-function.html")).exists();
        assertThat(folder.resolve("site/06-invocation.html")).doesNotExist();
        nothingOfAnyBodyIsIn(folder);
        String own = theStudentWritesTheFirstExercise();
        theReferenceChanges();

        Handout.Outcome second = handOut(SECOND_DAY);
        assertThat(second.added()).extracting(Chapter::number).containsExactly(6, 7);
        assertThat(second.notes())
                .containsExactly(STUDENTS_CODE.toString().replace('\\', '/')
                        + " is left as it was handed out, though its starter would now differ");
        assertThat(Files.readString(folder.resolve(STUDENTS_CODE))).isEqualTo(own);
        assertThat(run("git", "log", "--format=%s").output().lines())
                .containsExactly("Hand out 6 An invocation, 7 Warm environments", "Write 5.1", "Hand out 5 A function");
        assertThat(run("git", "show", "--name-only", "--format=", "HEAD").output())
                .doesNotContain("labs/05-function/src/main");
        Files.delete(folder.resolve(STUDENTS_CODE)); // the student may write what others must not read
        nothingOfAnyBodyIsIn(folder);
        run("git", "checkout", "--", ".");
        assertThat(handOut(SECOND_DAY).isNew())
                .as("the same handout again is no commit")
                .isFalse();
        itWorksThere();
    }

    private void aCourseAndAnEmptyRepository() throws Exception {
        home = temporary.resolve("course");
        for (String part : NEEDED) copy(part);
        term = Files.writeString(temporary.resolve("term.yaml"), TERM);
        folder = Files.createDirectory(temporary.resolve("handout"));
        run("git", "init", "--quiet");
        run("git", "config", "user.name", "A teacher");
        run("git", "config", "user.email", "teacher@localhost");
    }

    private void copy(String part) throws IOException {
        try (Stream<Path> files = Files.walk(COURSE.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = COURSE.relativize(file).toString();
                if (name.contains("target")) continue;
                Path copy = home.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                assertThat(copy.toFile().setExecutable(Files.isExecutable(file)))
                        .isTrue();
            }
        }
    }

    private Handout.Outcome handOut(LocalDate today) throws Exception {
        return new Handout(home, jars(), Main.class, this::build).write(folder, term, today);
    }

    /** What this JVM runs with, without what the site alone needs, which is large. */
    private static CourseJars jars() throws IOException {
        CourseJars all = CourseJars.ofThisJvm();
        return new CourseJars(
                all.minifaas(),
                all.course(),
                all.libraries().stream()
                        .filter(jar -> !jar.toString().matches(OF_THE_SITE))
                        .toList());
    }

    private void build(Path texts, Path chapters, Path out) throws IOException {
        Syllabus syllabus = Syllabus.read(texts);
        Term shown = Term.read(chapters, syllabus);
        var site = new Site(texts, shown, Edition.STUDENT, out);
        try (var asciidoctor = new PluginAsciidoctor(Files.createTempDirectory(temporary, "work"))) {
            Sources sources = Sources.of(texts, syllabus, shown, Edition.STUDENT);
            site.build(asciidoctor.pages(texts, sources, Edition.STUDENT));
            assertThat(site.problems()).isEmpty();
            assertThat(asciidoctor.problems()).isEmpty();
        }
    }

    private String theStudentWritesTheFirstExercise() throws Exception {
        Syllabus syllabus = Syllabus.read(home);
        Path file = folder.resolve(STUDENTS_CODE);
        JavaSource reference =
                JavaSource.read(home.resolve("minifaas/src/main/java").resolve(CODE));
        JavaSource written = Exercises.withReferenceBody(
                JavaSource.read(file), reference, syllabus.exercise("5.1").orElseThrow());
        Files.writeString(file, written.text());
        run("git", "commit", "--quiet", "--all", "--message", "Write 5.1");
        return written.text();
    }

    private void theReferenceChanges() throws IOException {
        Path reference = home.resolve("minifaas/src/main/java").resolve(CODE);
        Files.writeString(reference, Files.readString(reference).replaceFirst("/\\*\\*", "/** Changed."));
    }

    private void nothingOfAnyBodyIsIn(Path handout) throws IOException {
        List<String> lines = tellingLines();
        assertThat(lines).hasSizeGreaterThan(50);
        try (Stream<Path> files = Files.walk(handout)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(handout.resolve(".git")) || file.toString().endsWith(".jar")) continue;
                String text = plain(file);
                assertThat(lines)
                        .as("lines of bodies in %s", handout.relativize(file))
                        .noneMatch(text::contains);
            }
        }
    }

    /** The lines of all exercises' bodies that are not in the rest of the sources anyway. */
    private List<String> tellingLines() throws IOException {
        Path reference = home.resolve("minifaas/src/main/java");
        String rest = "";
        try (Stream<Path> files = Files.walk(folder.resolve("sources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) rest += plain(file);
        }
        var lines = new ArrayList<String>();
        for (Exercise exercise : Syllabus.read(home).exercises().toList()) {
            String member = JavaSource.read(reference.resolve(exercise.member().file()))
                    .find(exercise.member())
                    .text();
            String body = member.substring(member.indexOf("{\n") + 1);
            assertThat(body).isNotBlank();
            String sources = rest;
            List<String> telling = body.lines()
                    .map(HandoutTest::squeezed)
                    .filter(line -> line.length() >= SHORTEST_TELLING_LINE)
                    .filter(line -> !sources.contains(line))
                    .toList();
            assertThat(telling)
                    .as("lines that tell the body of %s", exercise.id())
                    .isNotEmpty();
            lines.addAll(telling);
        }
        return lines;
    }

    /** A file's text as a reader sees it: of a page without its elements, of an index without its quoting. */
    private static String plain(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), UTF_8);
        if (file.toString().endsWith(".html")) text = Jsoup.parse(text).wholeText();
        if (file.toString().endsWith(".js")) text = text.replace("\\n", " ").replace("\\\"", "\"");
        return squeezed(text);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void itWorksThere() throws Exception {
        Outcome demo = run("./faas", "demo", "--exit", "--port", "0");
        assertThat(demo.exit()).as(demo.output()).isZero();
        assertThat(demo.output()).contains("second call, warm", "sources/samples/Hello.java");
        assertThat(run("./faas", "lab", "5").output()).containsPattern("5\\.1 .*: (\\d+) of \\1 points");
        assertThat(run("./faas", "lab", "5", "--solution").output())
                .isEqualTo("faas: solutions are with your instructor until their date\n");
        assertThat(run("./faas", "hint", "6.1").output()).startsWith("Step 1 of ");
        assertThat(run("./faas", "reset", "5.1").output()).contains("your version is in labs/05-function/aside/");
        assertThat(run("./faas", "progress").output()).contains(" 5 A function: 0 of ", " 7 Warm environments: 0 of ");
        assertThat(run("./faas", "handout", "x").output()).contains("Unmatched argument");

        Outcome maven = run("mvn", "-o", "-B", "-ntp", "-pl", "labs/06-invocation", "test");
        assertThat(maven.exit()).isEqualTo(1);
        assertThat(maven.output())
                .doesNotContain("WARNING", "COMPILATION ERROR")
                .contains("exercise 6.1 is not written yet");
    }

    private record Outcome(int exit, String output) {}

    private Outcome run(String... command) throws Exception {
        Path output = Files.createTempFile(temporary, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                .as(Arrays.toString(command))
                .isTrue();
        String said = Files.readString(output).replaceAll("(?m)^faas: preparing a quick start\\n", "");
        if (command[0].equals("git")) assertThat(process.exitValue()).as(said).isZero();
        return new Outcome(process.exitValue(), said);
    }
}

package minifaas.course.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;
import minifaas.course.syllabus.Misconception;
import minifaas.course.syllabus.Objective;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    private static final String TEXT = """
            [[F01]]One fact. [[F02,two]]Another.

            [source,console,shows="F01"]
            ----
            $ true
            ----
            """;
    private static final Contents WHOLE =
            contents(TEXT, Set.of("7.1"), Map.of("07-pool", Set.of("OldestFirst")), Set.of("F02"));

    @Test
    void aWholeCourseHasNone() {
        assertThat(problems(WHOLE)).isEmpty();
    }

    @Test
    void anExerciseWithoutAGradedTest() {
        assertThat(problems(contents(TEXT, Set.of(), WHOLE.misconceptions(), WHOLE.testedFacts())))
                .containsExactly("exercise 7.1 has no graded test");
    }

    @Test
    void aGradedTestOfNoExercise() {
        assertThat(problems(contents(TEXT, Set.of("7.1", "7.9"), WHOLE.misconceptions(), WHOLE.testedFacts())))
                .containsExactly("a graded test checks no exercise: 7.9");
    }

    @Test
    void aMisconceptionWithoutAFile() {
        assertThat(problems(contents(TEXT, WHOLE.checkedExercises(), Map.of(), WHOLE.testedFacts())))
                .containsExactly("misconception OldestFirst is not in solutions/07-pool");
    }

    @Test
    void aFileOfNoMisconception() {
        var files = Map.of("07-pool", Set.of("OldestFirst", "Newest"), "08-x", Set.of("Other"));
        assertThat(problems(contents(TEXT, WHOLE.checkedExercises(), files, WHOLE.testedFacts())))
                .containsExactlyInAnyOrder(
                        "solutions/07-pool has a misconception that the syllabus has not: Newest",
                        "solutions/08-x has a misconception that the syllabus has not: Other");
    }

    @Test
    void aMisconceptionOfNoExercise() {
        var chapter = chapter(List.of("F01", "F02"), new Misconception("OldestFirst", "7.9"));
        assertThat(problems(chapter, WHOLE))
                .containsExactly("misconception OldestFirst is of no exercise of chapter 7: 7.9");
    }

    @Test
    void anObjectiveThatCoversNothingOrWhatIsNotItsChapters() {
        assertThat(problems(chapter(List.of(), new Misconception("OldestFirst", "7.1")), WHOLE))
                .contains("objective 7.a covers no fact", "fact F01 is in no objective of chapter 7");
        assertThat(problems(chapter(List.of("F01", "F02", "F03"), new Misconception("OldestFirst", "7.1")), WHOLE))
                .containsExactly("objective 7.a covers F03, which the ledger does not give to chapter 7");
    }

    @Test
    void aFactThatIsNotSaid() {
        assertThat(problems(withText(TEXT.replace("[[F02,two]]", ""))))
                .containsExactly("07-pool.adoc has no anchor [[F02]]");
        assertThat(problems(withText(TEXT.replace("[[F02,two]]", "") + "----\n[[F02]]\n----\n")))
                .containsExactly("07-pool.adoc has no anchor [[F02]]");
    }

    @Test
    void aFactThatIsNotShown() {
        assertThat(problems(withText(TEXT.replace(",shows=\"F01\"", ""))))
                .containsExactly("neither a transcript of 07-pool.adoc nor a test shows F01");
        assertThat(problems(withText(TEXT.replace("source,console", "source,sh"))))
                .containsExactly("neither a transcript of 07-pool.adoc nor a test shows F01");
        assertThat(problems(contents(TEXT, WHOLE.checkedExercises(), WHOLE.misconceptions(), Set.of())))
                .containsExactly("neither a transcript of 07-pool.adoc nor a test shows F02");
    }

    @Test
    void whatStandsForNoFact() {
        assertThat(problems(withText(TEXT + "[[F77]]\n")))
                .containsExactly("07-pool.adoc has an anchor of no fact: F77");
        assertThat(problems(withText(TEXT.replace("\"F01\"", "\"F01 F77\""))))
                .containsExactly("07-pool.adoc has a transcript that shows no fact: F77");
        assertThat(problems(contents(TEXT, Set.of("7.1"), WHOLE.misconceptions(), Set.of("F02", "F77"))))
                .containsExactly("a test is tagged with no fact: F77");
    }

    @Test
    void aChapterWithoutItsText() {
        var contents = new Contents(Map.of(), Set.of("7.1"), WHOLE.misconceptions(), Set.of("F02"));
        assertThat(problems(contents)).containsExactly("chapter 7 has a question and no text");
    }

    @Test
    void whatThereIsComesFromLabsSolutionsAndTests(@TempDir Path home) throws IOException {
        write(home, "chapters/07-pool.adoc", TEXT);
        write(home, "labs/07-pool/src/test/java/a/TakeTest.java", """
                package a;
                class TakeTest {
                    @Tag("F02") @Checks(exercise = "7.1", points = 5, order = 1, hint = "7.2 (\\"x\\")")
                    void one() {}
                    // @Checks(exercise = "7.3")
                }
                """);
        write(
                home,
                "minifaas/src/test/java/a/OtherTest.java",
                "package a; @Tag(\"e2e\") @Tag(\"F01\") class OtherTest {}");
        write(home, "solutions/07-pool/misconceptions/OldestFirst.java", "");
        write(home, "solutions/07-pool/walkthrough.adoc", "");

        Contents contents = Contents.read(home, syllabus(chapter(List.of(), new Misconception("OldestFirst", "7.1"))));
        assertThat(contents.pages()).containsOnlyKeys(7);
        assertThat(contents.checkedExercises()).containsExactly("7.1");
        assertThat(contents.testedFacts()).containsExactlyInAnyOrder("F01", "F02");
        assertThat(contents.misconceptions()).containsExactly(Map.entry("07-pool", Set.of("OldestFirst")));
    }

    @Test
    void theLedgerHasAllFacts() throws IOException {
        Ledger ledger = Ledger.read(CoursePages.HOME);
        assertThat(ledger.facts()).extracting(Fact::id).doesNotHaveDuplicates().hasSize(51);
        assertThat(ledger.of(7)).containsExactly("F19", "F22", "F23", "F24", "F25", "F26", "F27");
    }

    @Test
    void thisCourseHasNone() throws IOException {
        Syllabus syllabus = Syllabus.read(CoursePages.HOME);
        assertThat(Orphans.in(syllabus, Ledger.read(CoursePages.HOME), Contents.read(CoursePages.HOME, syllabus)))
                .isEmpty();
    }

    private static List<String> problems(Contents contents) {
        return problems(chapter(List.of("F01", "F02"), new Misconception("OldestFirst", "7.1")), contents);
    }

    private static List<String> problems(Chapter chapter, Contents contents) {
        var ledger = new Ledger(List.of(
                new Fact("F01", "One.", List.of(7)),
                new Fact("F02", "Two.", List.of(6, 7)),
                new Fact("F03", "Three.", List.of(8))));
        return Orphans.in(syllabus(chapter), ledger, contents);
    }

    private static Contents withText(String text) {
        return contents(text, WHOLE.checkedExercises(), WHOLE.misconceptions(), WHOLE.testedFacts());
    }

    private static Contents contents(
            String text, Set<String> checked, Map<String, Set<String>> misconceptions, Set<String> tested) {
        return new Contents(Map.of(7, Page.of("07-pool.adoc", text)), checked, misconceptions, tested);
    }

    /** The chapter, and one that is still to come. */
    private static Syllabus syllabus(Chapter chapter) {
        var coming = new Chapter(8, "x", "X", "x", null, "It comes.", null, null, null, null);
        return new Syllabus(List.of(chapter, coming));
    }

    private static Chapter chapter(List<String> facts, Misconception misconception) {
        return new Chapter(
                7,
                "pool",
                "A pool",
                "pool",
                "Why?",
                "It keeps.",
                new Chapter.Minutes(1, 1),
                List.of(new Objective("7.a", "Explain it.", facts)),
                List.of(new Exercise("7.1", "Take", Member.of("a.b.Pool#take"), List.of())),
                List.of(misconception));
    }

    private static void write(Path home, String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}

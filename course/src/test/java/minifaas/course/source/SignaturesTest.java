package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final String REFERENCE = """
            package a;

            import java.io.IOException;
            import java.util.Optional;

            final class Shelf {
                static final int MOST = 3;

                Optional<String> take(String jar, int times) throws IOException {
                    return inner(jar);
                }

                private Optional<String> inner(String jar) {
                    return Optional.of(jar);
                }

                private static void helper() {}

                enum Wood {
                    OAK,
                    PINE
                }

                record Price(int cents) {
                    Price {
                        helper();
                    }
                }

                interface Sink {
                    void accept(String jar);
                }
            }
            """;

    @Test
    void theSameClassDiffersInNothing() {
        assertThat(differences(REFERENCE)).isEmpty();
    }

    @Test
    void aChangedMemberIsNamedWithWhatWasExpectedAndFound() {
        assertThat(changed("Optional<String> take(String jar,", "String take(String jar,"))
                .containsExactly(
                        "Shelf#take: expected `Optional<String> take(String jar, int times) throws IOException`,"
                                + " found `String take(String jar, int times) throws IOException`");
        assertThat(changed("int times) throws IOException", "long times) throws IOException"))
                .hasSize(1);
        assertThat(changed(" throws IOException", ""))
                .containsExactly(
                        "Shelf#take: expected `Optional<String> take(String jar, int times) throws IOException`,"
                                + " found `Optional<String> take(String jar, int times)`");
        assertThat(changed("    Optional<String> take", "    static Optional<String> take"))
                .hasSize(1);
        assertThat(changed("    Optional<String> take", "    private Optional<String> take"))
                .hasSize(1);
        assertThat(changed("static final int MOST", "static final long MOST"))
                .containsExactly("Shelf#MOST: expected `static final int MOST`, found `static final long MOST`");
    }

    @Test
    void aMissingMemberIsNamed() {
        assertThat(changed("take", "takeOne"))
                .containsExactly(
                        "Shelf#take: expected `Optional<String> take(String jar, int times) throws IOException`,"
                                + " which is not there");
        assertThat(changed("PINE", "FIR")).containsExactly("Shelf.Wood#PINE: expected `PINE`, which is not there");
        assertThat(changed("enum Wood", "enum Woods"))
                .containsExactly("Shelf.Wood: expected `enum Wood`, which is not there");
        assertThat(changed("final class Shelf", "final class Shelves"))
                .containsExactly("Shelf: expected `final class Shelf`, which is not there");
    }

    @Test
    void thePackageCounts() {
        assertThat(changed("package a;", "package b;")).containsExactly("expected `package a;`, found `package b;`");
        assertThat(changed("package a;", "")).containsExactly("expected `package a;`, which is not there");
    }

    @Test
    void theHeaderOfATypeCounts() {
        assertThat(changed("record Price(int cents)", "record Price(long cents)"))
                .containsExactly("Shelf.Price: expected `record Price(int cents)`, found `record Price(long cents)`");
        assertThat(changed("final class Shelf", "final class Shelf implements Runnable"))
                .containsExactly("Shelf: expected `final class Shelf`, found `final class Shelf implements Runnable`");
        assertThat(changed("interface Sink", "abstract static class Sink")).isNotEmpty();
    }

    @Test
    void aPrivateMemberCountsOnlyWhenItIsAnExercise() {
        assertThat(changed("private static void helper() {}", "private static void helper(int... any) {}"))
                .isEmpty();
        assertThat(changed("private Optional<String> inner(String jar)", "private Optional<String> inner(Object jar)"))
                .containsExactly("Shelf#inner: expected `private Optional<String> inner(String jar)`,"
                        + " found `private Optional<String> inner(Object jar)`");
    }

    @Test
    void whatCallersDoNotNoticeIsNoDifference() {
        assertThat(changed("take(String jar, int times)", "take(final String name, int n)"))
                .isEmpty();
        assertThat(changed(
                        "    Optional<String> take",
                        "    @Deprecated public synchronized java.util.Optional<String> take"))
                .isEmpty();
        assertThat(changed("    enum Wood", "    public static enum Wood")).isEmpty();
        assertThat(changed("    static final int MOST", "    private int more;\n\n    static final int MOST"))
                .isEmpty();
        assertThat(changed("void accept", "public abstract void accept")).isEmpty();
    }

    @Test
    void aClassMustKeepTheConstructorThatItHasByItself() {
        assertThat(changed(
                        "    static final int MOST = 3;", "    Shelf(int size) {}\n\n    static final int MOST = 3;"))
                .containsExactly("Shelf#<init>: expected `Shelf()`, found `Shelf(int size)`");
    }

    private static List<String> changed(String before, String after) {
        assertThat(REFERENCE).as("the text to change").contains(before);
        return differences(REFERENCE.replace(before, after));
    }

    private static List<String> differences(String student) {
        var exercises = List.of(
                new Exercise("1.1", "Take", Member.of("a.Shelf#take"), List.of()),
                new Exercise("1.2", "Inner", Member.of("a.Shelf#inner"), List.of()));
        return Signatures.differences(
                JavaSource.of("Shelf.java", student), JavaSource.of("Shelf.java", REFERENCE), exercises);
    }
}

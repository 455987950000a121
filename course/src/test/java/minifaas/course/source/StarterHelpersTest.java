package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What goes from a class with the bodies of its exercises: what only these need. */
class StarterHelpersTest {
    @Test
    void helpersThatOnlyExercisesNeedGoWithTheirImports() {
        assertThat(StarterTest.starter("""
                package a;

                import static java.util.Map.entry;

                import java.util.ArrayList;
                import java.util.List;
                import java.util.Locale;
                import java.util.Map;

                final class Shelf {
                    private static final int MOST = 3;
                    private static final Locale LOCALE = Locale.ROOT;

                    private final List<String> jars = new ArrayList<>();

                    /** Uses {@link Map#of() maps}. */
                    String first() {
                        return name(jars.get(MOST)) + entry(1, 2);
                    }

                    private String name(String jar) {
                        return upper(jar, 1);
                    }

                    private String name() {
                        return "kept: never used";
                    }

                    private static String upper(String jar, int times) {
                        return new Label(jar).text().toUpperCase(LOCALE);
                    }

                    int count() {
                        return jars.size() + shared();
                    }

                    private record Label(String text) {}

                    private int shared() {
                        return MOST;
                    }
                }
                """, "a.Shelf#first")).isEqualTo("""
                package a;

                import java.util.ArrayList;
                import java.util.List;
                import java.util.Map;
                import minifaas.kernel.NotWrittenYet;

                final class Shelf {
                    private static final int MOST = 3;

                    private final List<String> jars = new ArrayList<>();

                    /** Uses {@link Map#of() maps}. */
                    String first() {
                        throw new NotWrittenYet("1.1");
                    }

                    private String name() {
                        return "kept: never used";
                    }

                    int count() {
                        return jars.size() + shared();
                    }

                    private int shared() {
                        return MOST;
                    }
                }
                """);
    }

    @Test
    void aHelperOfTwoExercisesGoesAndOneThatAnotherMemberNeedsStays() {
        String source = """
                package a;

                final class Shelf {
                    int one() {
                        return helper() + recursive(1);
                    }

                    int two() {
                        Runnable later = () -> helper();
                        return map(this::other);
                    }

                    int three() {
                        return other();
                    }

                    private int helper() {
                        return 1;
                    }

                    private int recursive(int n) {
                        return recursive(n - 1);
                    }

                    private int other() {
                        return 2;
                    }
                }
                """;
        assertThat(StarterTest.starter(source, "a.Shelf#one", "a.Shelf#two"))
                .doesNotContain("int helper()", "int recursive(")
                .contains("int other()")
                .contains("NotWrittenYet(\"1.1\")", "NotWrittenYet(\"1.2\")")
                .endsWith("    private int other() {\n        return 2;\n    }\n}\n");
        assertThat(StarterTest.starter(source, "a.Shelf#one"))
                .contains("int helper()")
                .doesNotContain("int recursive(");
        assertThat(StarterTest.starter(source, "a.Shelf#two", "a.Shelf#three")).contains("int helper()");
    }

    @Test
    void whatAStayingHelperNeedsStays() {
        assertThat(StarterTest.starter("""
                package a;

                final class Shelf {
                    int one() {
                        first();
                        return second() + third();
                    }

                    int other() {
                        return first();
                    }

                    private int first() {
                        return second();
                    }

                    private int second() {
                        return 2;
                    }

                    private int third() {
                        return second();
                    }
                }
                """, "a.Shelf#one"))
                .contains("int first()", "int second()")
                .doesNotContain("third");
    }

    @Test
    void aPrivateMemberThatTheSpecificationNamesStays() {
        assertThat(StarterTest.starter("""
                package a;

                final class Shelf {
                    private static final int MOST = 3;
                    private static final int LEAST = 1;

                    /** At most {@link #MOST}, see {@code LEAST}. */
                    int one() {
                        return MOST + LEAST;
                    }
                }
                """, "a.Shelf#one"))
                .contains("int MOST = 3;\n\n    /**")
                .doesNotContain("LEAST =");
    }

    @Test
    void headingsGoWithAllThatTheyAreAbout() {
        assertThat(StarterTest.starter("""
                package a;

                final class Shelf {
                    // what it is made of
                    private int one = 1;
                    private int two = 2;

                    // for the exercise
                    private int three = 3; // three

                    int run() {
                        return one + three + helper() + last();
                    }

                    // ---- one part

                    int two() {
                        return two;
                    }

                    private int helper() {
                        return 1;
                    }

                    // ---- another part
                    // on two lines

                    /** The last. */
                    private int last() {
                        return 1;
                    }
                }
                """, "a.Shelf#run")).isEqualTo("""
                package a;

                import minifaas.kernel.NotWrittenYet;

                final class Shelf {
                    // what it is made of
                    private int two = 2;

                    int run() {
                        throw new NotWrittenYet("1.1");
                    }

                    // ---- one part

                    int two() {
                        return two;
                    }
                }
                """);
    }
}

package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;
import org.junit.jupiter.api.Test;

class StarterTest {
    @Test
    void aBodyGivesWayToWhatSaysThatItIsNotWritten() {
        assertThat(starter("""
                package a;

                import java.util.List;

                /** A shelf. */
                final class Shelf {
                    private final List<String> jars;

                    Shelf(List<String> jars) {
                        this.jars = jars;
                    }

                    /** How many there are. */
                    int count() {
                        return jars.size();
                    }
                }
                """, "a.Shelf#count")).isEqualTo("""
                package a;

                import java.util.List;
                import minifaas.kernel.NotWrittenYet;

                /** A shelf. */
                final class Shelf {
                    private final List<String> jars;

                    Shelf(List<String> jars) {
                        this.jars = jars;
                    }

                    /** How many there are. */
                    int count() {
                        throw new NotWrittenYet("1.1");
                    }
                }
                """);
    }

    @Test
    void constructorsStillCompile() {
        String source = """
                package a;

                class Shelf extends Exception {
                    private final int size;

                    Shelf(int size) {
                        super("a shelf " + size);
                        this.size = Math.max(0, size);
                    }

                    int size() {
                        return size;
                    }

                    record Price(int cents, String currency) {
                        Price {
                            if (cents < 0) throw new IllegalArgumentException("cents");
                        }

                        Price(int cents) {
                            this(cents, "EUR");
                        }
                    }

                    static final class Jar<T> {
                        private final T content;

                        Jar(T content) {
                            this.content = content;
                        }

                        T content() {
                            return content;
                        }
                    }
                }
                """;
        String starter = starter(
                source,
                "a.Shelf#<init>",
                "a.Shelf.Price#<init>(int,String)",
                "a.Shelf.Price#<init>(int)",
                "a.Shelf.Jar#<init>");
        assertThat(starter)
                .contains("        super(\"a shelf \" + size);\n        throw new NotWrittenYet(\"1.1\");\n    }\n")
                .contains("        Price {\n            throw new NotWrittenYet(\"1.2\");\n        }\n")
                .contains(
                        "            this(cents, \"EUR\");\n            throw new NotWrittenYet(\"1.3\");\n        }\n")
                .contains("        Jar(T content) {\n            throw new NotWrittenYet(\"1.4\");\n        }\n");
        assertThat(Compiled.errors(List.of(JavaSource.of("Shelf.java", starter))))
                .isEmpty();
    }

    @Test
    void lineEndsAndAMissingLastOneAreKept() {
        String source = "package a;\r\n\r\nimport java.util.List;\r\n\r\nclass Shelf {\r\n"
                + "\tint run() {\r\n\t\treturn List.of(help()).size();\r\n\t}\r\n\r\n"
                + "\tprivate int help() {\r\n\t\treturn 1;\r\n\t}\r\n}";
        assertThat(starter(source, "a.Shelf#run"))
                .isEqualTo("package a;\r\n\r\nimport minifaas.kernel.NotWrittenYet;\r\n\r\nclass Shelf {\r\n"
                        + "\tint run() {\r\n\t    throw new NotWrittenYet(\"1.1\");\r\n\t}\r\n}");
    }

    @Test
    void aMemberWithoutBodyIsNoExercise() {
        assertThatThrownBy(() -> starter("package a;\n\ninterface Shelf {\n    int run();\n}\n", "a.Shelf#run"))
                .hasMessage("'a.Shelf#run' has no body that could be an exercise");
    }

    @Test
    void anExerciseIsWrittenWhenNothingStandsInForItsBody() {
        String source = "package a;\n\nclass Shelf {\n    int run() {\n        return 1;\n    }\n}\n";
        Exercise run = exercises("a.Shelf#run").get(0);
        assertThat(Starter.isWritten(JavaSource.of("Shelf.java", source), run)).isTrue();
        assertThat(Starter.isWritten(JavaSource.of("Shelf.java", starter(source, "a.Shelf#run")), run))
                .isFalse();
    }

    static List<Exercise> exercises(String... members) {
        var exercises = new ArrayList<Exercise>();
        for (String member : members)
            exercises.add(new Exercise("1." + (exercises.size() + 1), member, Member.of(member), List.of()));
        return exercises;
    }

    static String starter(String source, String... members) {
        return Starter.of(JavaSource.of("Shelf.java", source), exercises(members))
                .text();
    }
}

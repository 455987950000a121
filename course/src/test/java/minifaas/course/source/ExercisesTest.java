package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import minifaas.course.syllabus.Exercise;
import org.junit.jupiter.api.Test;

class ExercisesTest {
    private static final String TEXT = """
            package a;

            import static java.util.Map.entry;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.Locale;

            final class Shelf {
                // for the exercise
                private static final int MOST = 3;
                private static final Locale LOCALE = Locale.ROOT;

                private final List<String> jars = new ArrayList<>();

                /** The first. */
                String first() {
                    return name(jars.get(MOST)) + entry(1, 2);
                }

                private String name(String jar) {
                    return new Label(jar).text().toUpperCase(LOCALE);
                }

                int count() {
                    return jars.size();
                }

                // ---- labels

                /** A text. */
                private record Label(String text) {}
            }
            """;
    private static final JavaSource REFERENCE = JavaSource.of("Shelf.java", TEXT);
    private static final List<Exercise> EXERCISES = StarterTest.exercises("a.Shelf#first", "a.Shelf#count");

    @Test
    void theReferencesBodiesMakeTheReferenceOfTheStarter() {
        JavaSource starter = Starter.of(REFERENCE, EXERCISES);
        assertThat(starter.text()).doesNotContain("MOST", "LOCALE", "name(", "Label", "labels", "for the exercise");
        JavaSource first = Exercises.withReferenceBody(starter, REFERENCE, EXERCISES.get(0));
        assertThat(first.text()).contains("import minifaas.kernel.NotWrittenYet;");
        assertThat(Exercises.withReferenceBody(first, REFERENCE, EXERCISES.get(1))
                        .text())
                .isEqualTo(TEXT);
    }

    @Test
    void whatTheStudentHasStays() {
        JavaSource student = JavaSource.of("Shelf.java", """
                package a;

                import java.util.List;
                import minifaas.kernel.NotWrittenYet;

                final class Shelf {
                    private static final int MOST = 4; // mine

                    /** My words. */
                    String first() {
                        throw new NotWrittenYet("1.1");
                    }

                    int count() {
                        return List.of().size();
                    }
                }
                """.replace("\n", "\r\n"));
        assertThat(Exercises.withReferenceBody(student, REFERENCE, EXERCISES.get(0))
                        .text())
                .isEqualTo("""
                        package a;

                        import static java.util.Map.entry;

                        import java.util.ArrayList;
                        import java.util.List;
                        import java.util.Locale;

                        final class Shelf {
                            private static final int MOST = 4; // mine
                            private static final Locale LOCALE = Locale.ROOT;

                            private final List<String> jars = new ArrayList<>();

                            /** My words. */
                            String first() {
                                return name(jars.get(MOST)) + entry(1, 2);
                            }

                            private String name(String jar) {
                                return new Label(jar).text().toUpperCase(LOCALE);
                            }

                            int count() {
                                return List.of().size();
                            }

                            // ---- labels

                            /** A text. */
                            private record Label(String text) {}
                        }
                        """.replace("\n", "\r\n"));
    }

    @Test
    void oneExerciseIsPutBackAndTheRestStays() {
        String mine = TEXT.replace("/** The first. */", "/** Mine. */").replace("jars.size();", "jars.size() + 1;");
        assertThat(Exercises.withStub(JavaSource.of("Shelf.java", mine), REFERENCE, EXERCISES.get(0))
                        .text())
                .isEqualTo(TEXT.replace("jars.size();", "jars.size() + 1;")
                        .replace("return name(jars.get(MOST)) + entry(1, 2);", "throw new NotWrittenYet(\"1.1\");")
                        .replace("Locale;\n", "Locale;\nimport minifaas.kernel.NotWrittenYet;\n"));
    }

    @Test
    void anExerciseThatIsGoneComesBackToItsPlace() {
        String without = TEXT.replace("    int count() {\n        return jars.size();\n    }\n\n", "");
        assertThat(Exercises.withStub(JavaSource.of("Shelf.java", without), REFERENCE, EXERCISES.get(1))
                        .text())
                .isEqualTo(TEXT.replace("return jars.size();", "throw new NotWrittenYet(\"1.2\");")
                        .replace("Locale;\n", "Locale;\nimport minifaas.kernel.NotWrittenYet;\n"));
    }

    @Test
    void aTypeThatIsGoneIsNamed() {
        JavaSource other = JavaSource.of("Shelf.java", "package a;\n\nclass Shelve {}\n");
        assertThatThrownBy(() -> Exercises.withStub(other, REFERENCE, EXERCISES.get(0)))
                .hasMessage("Shelf.java has no type a.Shelf; it has a.Shelve");
    }
}

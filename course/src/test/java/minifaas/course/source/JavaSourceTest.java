package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import minifaas.course.syllabus.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourceTest {
    private static final JavaSource SHELF = JavaSource.of("Shelf.java", """
            package a.b;

            import java.util.List;

            /** A shelf. */
            final class Shelf {
                /** How many fit. */
                static final int MOST = 3, LEAST = 1;

                private final List<String> jars;

                Shelf(List<String> jars) {
                    this.jars = jars;
                }

                /**
                 * Adds a jar.
                 *
                 * @param jar goes to the end
                 */
                @Deprecated
                void add(String jar) {
                    jars.add(jar);

                    String label = ""\"
                        text
                          block
                        ""\";
                }

                void add(String jar, int times) {}

                <T extends Comparable<T>> void add(java.util.Map<String, T> all, String... more) {}

                enum Wood {
                    /** Hard. */
                    OAK,
                    PINE
                }

                record Price(int cents, String currency) {
                    /** Checks. */
                    Price {
                        if (cents < 0) throw new IllegalArgumentException();
                    }

                    Price(int cents) {
                        this(cents, "EUR");
                    }

                    static final class Rounding {
                        int up() {
                            return 1;
                        }
                    }
                }
            }
            """);

    @TempDir
    private Path folder;

    @Test
    void aMemberIsShownWithoutItsIndentation() {
        assertThat(find("add(String)").text()).isEqualTo("""
                @Deprecated
                void add(String jar) {
                    jars.add(jar);

                    String label = ""\"
                        text
                          block
                        ""\";
                }""");
        assertThat(find("add(String)").line()).isEqualTo(21);
    }

    @Test
    void itsJavadocIsShownWhenAskedFor() {
        assertThat(find("add(String)").textWithJavadoc()).startsWith("""
                /**
                 * Adds a jar.
                 *
                 * @param jar goes to the end
                 */
                @Deprecated
                void add(String jar) {
                """);
        assertThat(find("<init>").textWithJavadoc()).isEqualTo(find("<init>").text());
    }

    @Test
    void everyKindOfMemberIsFound() {
        assertThat(find("LEAST").text()).isEqualTo("static final int MOST = 3, LEAST = 1;");
        assertThat(find("<init>").text()).startsWith("Shelf(List<String> jars) {");
        assertThat(find("add(String, int)").text()).isEqualTo("void add(String jar, int times) {}");
        assertThat(find("add(java.util.Map<String,T>,String...)").text()).startsWith("<T extends Comparable<T>> void");
        assertThat(SHELF.find(Member.of("a.b.Shelf.Wood#OAK")).textWithJavadoc())
                .isEqualTo("/** Hard. */\nOAK");
        assertThat(SHELF.find(Member.of("a.b.Shelf.Price#<init>(int,String)")).text())
                .startsWith("Price {\n    if (cents");
        assertThat(SHELF.find(Member.of("a.b.Shelf.Price#<init>(int)")).text()).startsWith("Price(int cents) {");
        assertThat(SHELF.find(Member.of("a.b.Shelf.Price.Rounding#up")).text()).startsWith("int up() {\n    return 1;");
        assertThat(SHELF.find(Member.of("a.b.Shelf.Wood")).text()).startsWith("enum Wood {\n    /** Hard");
        assertThat(SHELF.find(Member.of("a.b.Shelf")).text())
                .startsWith("final class Shelf {")
                .endsWith("}");
    }

    @Test
    void aNameThatLeadsNowhereIsAnsweredWithWhatThereIs() {
        assertThatThrownBy(() -> find("ad"))
                .isInstanceOf(NoSuchMemberException.class)
                .hasMessage("a.b.Shelf has no member ad; it has MOST, LEAST, jars, <init>, add, Wood, Price");
        assertThatThrownBy(() -> SHELF.find(Member.of("a.b.Shelf.Wod#OAK")))
                .hasMessageStartingWith("a.b.Shelf has no type Wod; it has MOST");
        assertThatThrownBy(() -> SHELF.find(Member.of("a.b.Shelve#add")))
                .hasMessage("Shelf.java has no type a.b.Shelve; it has a.b.Shelf");
        assertThatThrownBy(() -> SHELF.find(Member.of("a.Shelf#add"))).hasMessageContaining("it has a.b.Shelf");
    }

    @Test
    void aNameForSeveralMembersIsAnsweredWithAllOfThem() {
        assertThatThrownBy(() -> find("add"))
                .hasMessage("a.b.Shelf has add(String), add(String,int), add(java.util.Map<String,T>,String...);"
                        + " 'a.b.Shelf#add' names more than one of them");
        assertThatThrownBy(() -> find("add(int)")).hasMessageEndingWith("'a.b.Shelf#add(int)' names none of them");
    }

    @Test
    void aMemberIsReplacedBelowItsJavadoc() {
        JavaSource changed = SHELF.withMember(member("add(String)"), """
                void add(String jar) {
                    if (jar.isEmpty()) return;

                    jars.add(jar);
                }
                """, List.of());
        assertThat(changed.text()).contains("""
                     * @param jar goes to the end
                     */
                    void add(String jar) {
                        if (jar.isEmpty()) return;

                        jars.add(jar);
                    }

                    void add(String jar, int times) {}
                """);
    }

    @Test
    void importsAreAddedInTheirPlaces() {
        JavaSource changed = SHELF.withMember(
                member("add(String)"),
                "void add(String jar) {}",
                List.of(
                        "java.util.List",
                        "java.util.ArrayList",
                        "minifaas.kernel.Clock",
                        "static java.util.Map.entry"));
        assertThat(changed.text()).startsWith("""
                package a.b;

                import static java.util.Map.entry;

                import java.util.ArrayList;
                import java.util.List;
                import minifaas.kernel.Clock;

                /** A shelf. */
                """);
        JavaSource without = JavaSource.of("A.java", "package a;\n\nclass A {\n    void run() {}\n}");
        assertThat(without.withMember(Member.of("a.A#run"), "void run() {}", List.of("java.util.List"))
                        .text())
                .isEqualTo("package a;\n\nimport java.util.List;\n\nclass A {\n    void run() {}\n}");
        JavaSource onlyStatic =
                JavaSource.of("A.java", "package a;\n\nimport static b.B.c;\n\nclass A {\n    void run() {}\n}\n");
        assertThat(onlyStatic
                        .withMember(Member.of("a.A#run"), "void run() {}", List.of("b.C", "static b.B.d"))
                        .text())
                .startsWith("package a;\n\nimport static b.B.c;\nimport static b.B.d;\n\nimport b.C;\n\nclass A {");
    }

    @Test
    void everyByteOutsideAChangeIsKept() {
        String text = "package a;\r\n\r\nimport b.B;\r\n\nclass A {\r\n\tint x = '\\u0041'; // ä€😀\t\r\n\r\n"
                + "\tint y() {\r\n\t\treturn 1;\r\n\t}\r\n  \r\n}\r// no end";
        JavaSource changed = JavaSource.of("A.java", text)
                .withMember(Member.of("a.A#y"), "int y() {\n\treturn 2;\n}\n", List.of("b.A", "c.C"));
        assertThat(changed.text())
                .isEqualTo(text.replace("return 1", "return 2")
                        .replace("import b.B;", "import b.A;\r\nimport b.B;\r\nimport c.C;"));
    }

    @Test
    void whatIsNoJavaIsExplainedWithItsLine() {
        assertThatThrownBy(() -> JavaSource.of("A.java", "package a;\n\nclass A {\n    int x = 1\n}\n"))
                .isInstanceOfSatisfying(
                        SyntaxException.class, wrong -> assertThat(wrong.line()).isEqualTo(4))
                .hasMessage("A.java:4: ';' expected");
        assertThatThrownBy(() -> JavaSource.of("A.java", "package a;\n\nclass A {\n    void run() {\n}\n"))
                .hasMessage("A.java:5: reached end of file while parsing");
        assertThatThrownBy(() -> SHELF.withMember(member("add(String)"), "void add(String jar) {", List.of()))
                .isInstanceOf(SyntaxException.class);
    }

    @Test
    void whatIsNoTextIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("A.java"), "class Ä {}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> JavaSource.read(file))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining("A.java:1: is not a text in UTF-8");
    }

    private static MemberSource find(String name) {
        return SHELF.find(member(name));
    }

    private static Member member(String name) {
        return Member.of("a.b.Shelf#" + name);
    }
}

package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Member;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Treats the classes of the program itself as a lab would. */
class ReferenceTest {
    private static final int FEWEST_MEMBERS = 500;
    private static final LabSources LABS = new LabSources(Path.of(".."));

    private static Syllabus syllabus;
    private static List<JavaSource> classes;

    @BeforeAll
    static void readTheProgram() throws IOException {
        syllabus = Syllabus.read(Path.of(".."));
        classes = new ArrayList<>();
        for (Chapter chapter : syllabus.chapters())
            if (!chapter.folder().isEmpty()) for (Path file : filesOf(chapter)) classes.add(JavaSource.read(file));
        assertThat(classes).hasSizeGreaterThan(60);
    }

    @Test
    @Tag("long")
    @Tag("once")
    void anyBodyCanBeTakenOutAndPutBack() {
        long tried = classes.parallelStream()
                .mapToLong(reference -> {
                    List<Member> members = membersWithBody(reference).toList();
                    members.forEach(member -> takeOutAndPutBack(reference, member));
                    return members.size();
                })
                .sum();
        assertThat(tried).isGreaterThan(FEWEST_MEMBERS);
    }

    @Test
    void theStarterWithTheReferencesBodiesIsTheReference() {
        forEachLabClass((reference, exercises) -> {
            JavaSource student = Starter.of(reference, exercises);
            assertThat(Signatures.differences(student, reference, exercises)).isEmpty();
            for (Exercise each : exercises) {
                assertThat(Starter.isWritten(student, each)).as(each.id()).isFalse();
                student = Exercises.withReferenceBody(student, reference, each);
                assertThat(Starter.isWritten(student, each)).as(each.id()).isTrue();
            }
            assertThat(student.text()).isEqualTo(reference.text());
        });
    }

    @Test
    void everyStarterCompilesWithoutAWarning() {
        var starters = new ArrayList<JavaSource>();
        forEachLabClass((reference, exercises) -> starters.add(Starter.of(reference, exercises)));
        assertThat(Compiled.errors(starters)).isEmpty();
    }

    @Test
    void eachExerciseCanBeDoneAlone() {
        // one exercise of each class at a time: the compiler takes a second whatever it compiles
        for (int i = 0; i < mostExercisesOfAClass(); i++) {
            int number = i;
            var alone = new ArrayList<JavaSource>();
            forEachLabClass((reference, exercises) -> {
                if (number >= exercises.size()) return;
                JavaSource starter = Starter.of(reference, exercises);
                alone.add(Exercises.withReferenceBody(starter, reference, exercises.get(number)));
            });
            assertThat(Compiled.errors(alone)).isEmpty();
        }
    }

    @Test
    void eachExerciseCanBeTakenBack() {
        forEachLabClass((reference, exercises) -> {
            for (Exercise each : exercises) {
                JavaSource without = Exercises.withStub(reference, reference, each);
                assertThat(Starter.isWritten(without, each)).as(each.id()).isFalse();
                assertThat(Exercises.withReferenceBody(without, reference, each).text())
                        .isEqualTo(reference.text());
            }
        });
    }

    private interface Check {
        void of(JavaSource reference, List<Exercise> exercises);
    }

    private static void forEachLabClass(Check check) {
        int classes = 0;
        for (Chapter chapter : syllabus.labs())
            for (Map.Entry<Path, List<Exercise>> each :
                    LabSources.exercises(chapter).entrySet()) {
                check.of(read(LABS.reference().resolve(each.getKey())), each.getValue());
                classes++;
            }
        assertThat(classes).isPositive();
    }

    private static int mostExercisesOfAClass() {
        return syllabus.labs().stream()
                .flatMap(chapter -> LabSources.exercises(chapter).values().stream())
                .mapToInt(List::size)
                .max()
                .orElseThrow();
    }

    /** With its helpers, which all may go: what is left must be Java, and what comes back must be the same. */
    private static void takeOutAndPutBack(JavaSource reference, Member member) {
        var exercise = new Exercise("1.1", "Any", member, List.of());
        JavaSource starter = Starter.of(reference, List.of(exercise));
        for (Pattern left : List.of(Pattern.compile("\n\n\n"), Pattern.compile("\\{\n\n"), Pattern.compile("\n\n *}")))
            if (!left.matcher(reference.text()).find())
                assertThat(starter.text()).as(member.toString()).doesNotContainPattern(left);
        List<String> kept = starter.text()
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("NotWrittenYet"))
                .toList();
        boolean hasBody = !reference.find(member).text().endsWith("{}"); // else an end of it is added
        if (hasBody)
            assertThat(reference.text().lines().toList()).as(member.toString()).containsSubsequence(kept);
        assertThat(Exercises.withReferenceBody(starter, reference, exercise).text())
                .as(member.toString())
                .isEqualTo(reference.text());
    }

    private static Stream<Member> membersWithBody(JavaSource source) {
        String type = source.unit().getType(0).getFullyQualifiedName().orElseThrow();
        return membersWithBody(source.unit().getType(0), Member.of(type));
    }

    private static Stream<Member> membersWithBody(TypeDeclaration<?> type, Member name) {
        return Declaration.in(type).stream().flatMap(each -> {
            if (each.node() instanceof TypeDeclaration<?> nested)
                return membersWithBody(nested, Member.of(name + "." + nested.getNameAsString()));
            if (each.body().isEmpty()) return Stream.empty();
            return Stream.of(new Member(
                    name.topLevel(),
                    name.nested(),
                    each.names().get(0),
                    each.parameterTypes().map(types -> String.join(",", types))));
        });
    }

    private static List<Path> filesOf(Chapter chapter) throws IOException {
        Path folder = LABS.reference().resolve("minifaas").resolve(chapter.folder());
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    private static JavaSource read(Path file) {
        try {
            return JavaSource.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

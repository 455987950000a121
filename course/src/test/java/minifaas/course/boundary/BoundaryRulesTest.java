package minifaas.course.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Lab;
import minifaas.course.matrix.LabVariants;
import minifaas.course.syllabus.Syllabus;
import minifaas.shop.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graded tests must be able to judge code that runs in another process. */
class BoundaryRulesTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path scratch;

    @Test
    @Tag("long")
    @Tag("once")
    void theGradedTestsOfAllLabsTouchExercisesThroughDataAndSeamsOnly() throws IOException {
        Syllabus syllabus = Syllabus.read(HOME);
        Set<String> exerciseClasses = syllabus.exercises()
                .map(exercise -> exercise.member().topLevel())
                .collect(Collectors.toSet());
        var rules = new BoundaryRules(exerciseClasses);
        for (Lab lab : Lab.all(HOME, syllabus)) {
            JavaClasses tests = gradedTests(new LabVariants(lab, scratch).tests());
            assertThat(tests.stream().filter(BoundaryRulesTest::isGraded))
                    .as("classes with graded tests of lab %d", lab.chapter().number())
                    .hasSize(lab.chapter().exercises().size());
            rules.all().forEach(rule -> rule.check(tests));
        }
    }

    private static boolean isGraded(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Checks.class));
    }

    /** The graded tests and what they share; the end-to-end tests call the platform, and need no boundary. */
    private static JavaClasses gradedTests(Path tests) {
        Set<Location> places = new HashSet<>(Locations.ofPackage("minifaas"));
        places.add(Location.of(tests.toUri()));
        String folder = tests.toUri().toString();
        return new ClassFileImporter()
                .importLocations(places)
                .that(DescribedPredicate.describe(
                        "are graded tests",
                        type -> type.getSource()
                                        .filter(source ->
                                                source.getUri().toString().startsWith(folder))
                                        .isPresent()
                                && !type.getSimpleName().startsWith("EndToEnd")));
    }

    @Test
    void aPoliteTestIsFine() {
        assertThat(complaints(Samples.polite())).isEmpty();
    }

    static Stream<Class<?>> nosy() {
        return Samples.nosy();
    }

    @ParameterizedTest
    @MethodSource("nosy")
    void whatCannotCrossTheBoundaryIsRefused(Class<?> nosy) {
        assertThat(complaints(nosy)).as("what the rules say of %s", nosy).hasSize(1);
    }

    private static List<String> complaints(Class<?> test) {
        JavaClasses classes = new ClassFileImporter().importPackages(test.getPackageName());
        JavaClasses one = classes.that(DescribedPredicate.describe("are " + test, type -> type.isEquivalentTo(test)));
        return new BoundaryRules(Set.of(test.getPackageName() + ".Shop"))
                .all().stream()
                        .filter(rule -> rule.evaluate(one).hasViolation())
                        .map(Object::toString)
                        .toList();
    }
}

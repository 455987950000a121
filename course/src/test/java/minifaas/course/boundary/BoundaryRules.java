package minifaas.course.boundary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** What graded tests and their fixtures may do, so that they can also judge code that runs in another process. */
final class BoundaryRules {
    private static final Set<String> OF_THE_COURSE = Set.of(Checks.class.getName(), Seed.class.getName());
    private static final String NAME_OF_A_CLASS = "getName";
    /** Assertions that look for fields and methods by their names, or at the identity of objects. */
    private static final Set<String> NOSY_ASSERTIONS = Set.of(
            "usingRecursiveComparison",
            "usingRecursiveAssertion",
            "hasFieldOrProperty",
            "hasFieldOrPropertyWithValue",
            "hasNoNullFieldsOrProperties",
            "hasAllNullFieldsOrProperties",
            "hasOnlyFields",
            "isSameAs",
            "isNotSameAs");

    private final Set<String> exerciseClasses;

    /** @param exerciseClasses names of the classes that students write in */
    BoundaryRules(Set<String> exerciseClasses) {
        this.exerciseClasses = exerciseClasses;
    }

    List<ArchRule> all() {
        return List.of(
                rule("touch exercises through data and seams", this::nosyAccesses),
                rule("use no reflection", BoundaryRules::reflection),
                rule("use nothing of the course but Checks and Seed", BoundaryRules::ofTheCourse));
    }

    private static ArchRule rule(String text, Function<JavaClass, Stream<String>> violations) {
        return classes().should(new ArchCondition<>(text) {
            @Override
            public void check(JavaClass test, ConditionEvents events) {
                violations.apply(test).forEach(violation -> events.add(SimpleConditionEvent.violated(test, violation)));
            }
        });
    }

    private Stream<String> nosyAccesses(JavaClass test) {
        return test.getAccessesFromSelf().stream()
                .filter(access -> exerciseClasses.contains(topLevel(access.getTargetOwner())))
                .filter(access -> !isThroughTheBoundary(access))
                .map(JavaAccess::getDescription);
    }

    private static String topLevel(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static boolean isThroughTheBoundary(JavaAccess<?> access) {
        if (access.getTarget() instanceof FieldAccessTarget field)
            return field.resolveMember().filter(BoundaryRules::isConstant).isPresent();
        return ((CodeUnitAccessTarget) access.getTarget())
                .resolveMember()
                .filter(BoundaryRules::isOpen)
                .isPresent();
    }

    private static boolean isConstant(JavaField field) {
        return field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL))
                && Crossing.of(field.getType());
    }

    private static boolean isOpen(JavaCodeUnit unit) {
        return !unit.getModifiers().contains(JavaModifier.PRIVATE)
                && unit.getParameterTypes().stream().allMatch(Crossing::of)
                && Crossing.of(unit.getReturnType());
    }

    private static Stream<String> reflection(JavaClass test) {
        return test.getAccessesFromSelf().stream()
                .filter(access -> isReflection(access.getTargetOwner(), access.getName()))
                .map(JavaAccess::getDescription);
    }

    private static boolean isReflection(JavaClass owner, String name) {
        if (owner.isEquivalentTo(Class.class)) return !name.equals(NAME_OF_A_CLASS);
        if (owner.getPackageName().startsWith("org.assertj")) return NOSY_ASSERTIONS.contains(name);
        return owner.getPackageName().startsWith("java.lang.reflect")
                || owner.getPackageName().startsWith("java.lang.invoke");
    }

    private static Stream<String> ofTheCourse(JavaClass test) {
        return test.getDirectDependenciesFromSelf().stream()
                .filter(use -> use.getTargetClass().getPackageName().startsWith("minifaas.course."))
                .filter(use -> !OF_THE_COURSE.contains(use.getTargetClass().getName()))
                .map(Dependency::getDescription);
    }
}

package minifaas;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minifaas.Syllabus.Chapter;

/** The rules of DESIGN: what may use what. They are made for a root package, so that a fixture can break them. */
final class ArchitectureRules {
    private final String root;
    private final List<Chapter> chapters;

    ArchitectureRules(String root, List<Chapter> chapters) {
        this.root = root;
        this.chapters = chapters;
    }

    /** For each chapter: of the program it uses itself and the chapters before it. */
    List<ArchRule> chaptersLookBackOnly() {
        var rules = new ArrayList<ArchRule>();
        var known = new ArrayList<String>();
        for (Chapter chapter : chapters) {
            Optional<String> name = chapter.folder();
            if (name.isEmpty()) continue;
            known.add(packageAndBelow(name.get()));
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(packageAndBelow(name.get()))
                    .should()
                    .dependOnClassesThat(ofTheProgramOutside(known))
                    .as("chapter " + chapter.number() + " (" + name.get() + ") uses earlier chapters only")
                    .allowEmptyShould(true));
        }
        return rules;
    }

    ArchRule webServerStaysOutside() {
        return noClasses()
                .that(not(resideInAnyPackage(
                                packageAndBelow("aws"), packageAndBelow("console"), packageAndBelow("cli")))
                        .and(describe(
                                "are not the composition root",
                                each -> !each.getName().startsWith(root + ".Minifaas"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule runtimeStandsAlone() {
        return noClasses()
                .that()
                .resideInAPackage(packageAndBelow("invocation.runtime"))
                .should()
                .dependOnClassesThat(ofTheProgramOutside(List.of(packageAndBelow("invocation.runtime"))))
                .allowEmptyShould(true);
    }

    ArchRule timeComesFromTheClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packageAndBelow("kernel"), packageAndBelow("invocation.runtime"))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC");
    }

    ArchRule nothingIsNamedUtils() {
        return noClasses().should().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Util");
    }

    private String packageAndBelow(String name) {
        return root + "." + name + "..";
    }

    private DescribedPredicate<JavaClass> ofTheProgramOutside(List<String> allowed) {
        return resideInAnyPackage(root + "..").and(not(resideInAnyPackage(allowed.toArray(String[]::new))));
    }
}

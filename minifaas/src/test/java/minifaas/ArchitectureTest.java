package minifaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import minifaas.Syllabus.Chapter;
import org.junit.jupiter.api.Test;

/** The rules of the architecture hold for minifaas, and each bites on a fixture that breaks it. */
class ArchitectureTest {
    private static final JavaClasses MINIFAAS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("minifaas");
    private static final ArchitectureRules RULES =
            new ArchitectureRules("minifaas", Syllabus.load().chapters());
    private static final Path SOURCES = Path.of("src/main/java");

    /** A small program with two chapters that breaks every rule. */
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

    private static final ArchitectureRules RULES_FOR_BROKEN = new ArchitectureRules(
            "broken",
            List.of(chapter(0, "kernel"), chapter(1, "function"), chapter(2, "invocation"), chapter(3, "scaling")));

    @Test
    void aChapterUsesEarlierChaptersOnly() {
        RULES.chaptersLookBackOnly().forEach(rule -> rule.check(MINIFAAS));
    }

    @Test
    void aForwardReferenceIsFound() {
        assertThat(whatChaptersOfTheFixtureBreak()).contains("broken.function.LooksAhead", "broken.invocation.Later");
    }

    @Test
    void aChapterThatUsesAnOuterPackageIsFound() {
        assertThat(whatChaptersOfTheFixtureBreak()).contains("broken.scaling.KnowsJavalin", "broken.aws.Edge");
    }

    @Test
    void aChapterThatUsesAnEarlierOneIsFine() {
        assertThat(whatChaptersOfTheFixtureBreak())
                .doesNotContain("Class <broken.invocation.Later>", "Field <broken.invocation.Later");
    }

    @Test
    void onlyTheOuterPackagesKnowTheWebServer() {
        RULES.webServerStaysOutside().check(MINIFAAS);
        finds(RULES_FOR_BROKEN.webServerStaysOutside(), "broken.scaling.KnowsJavalin");
    }

    @Test
    void packagesHaveNoCycles() {
        RULES.noCycles().check(MINIFAAS);
        finds(RULES_FOR_BROKEN.noCycles(), "Cycle detected");
    }

    @Test
    void theJavaRuntimeUsesNothingElseOfMinifaas() {
        RULES.runtimeStandsAlone().check(MINIFAAS);
        finds(RULES_FOR_BROKEN.runtimeStandsAlone(), "broken.invocation.runtime.Leans");
    }

    @Test
    void timeComesFromTheClock() {
        RULES.timeComesFromTheClock().check(MINIFAAS);
        finds(RULES_FOR_BROKEN.timeComesFromTheClock(), "broken.scaling.ReadsTime");
    }

    @Test
    void nothingIsNamedUtils() {
        RULES.nothingIsNamedUtils().check(MINIFAAS);
        finds(RULES_FOR_BROKEN.nothingIsNamedUtils(), "broken.scaling.StringUtils");
    }

    @Test
    void noSourceFileIsOver300Lines() throws IOException {
        assertThat(SourceSize.filesOver(300, SOURCES)).isEmpty();
        assertThat(SourceSize.filesOver(5, Path.of("src/test/java/broken"))).isNotEmpty();
    }

    /** As many as can be read in an afternoon or two; each further chapter has to say what it needs of them. */
    @Test
    void theChaptersTogetherAreUnder8500LinesOfCode() throws IOException {
        int lines = 0;
        for (Chapter chapter : Syllabus.load().built())
            lines += SourceSize.linesOfCode(
                    SOURCES.resolve("minifaas").resolve(chapter.folder().orElseThrow()));
        assertThat(lines).isBetween(1, 8_500);
        assertThat(SourceSize.linesOfCode(Path.of("src/test/java/broken/scaling")))
                .isEqualTo(22);
    }

    private static Chapter chapter(int number, String folder) {
        return new Chapter(number, folder, Optional.of(folder), "");
    }

    private static String whatChaptersOfTheFixtureBreak() {
        return RULES_FOR_BROKEN.chaptersLookBackOnly().stream()
                .map(rule -> rule.evaluate(BROKEN).getFailureReport().toString())
                .collect(Collectors.joining("\n"));
    }

    private static void finds(ArchRule rule, String culprit) {
        assertThatThrownBy(() -> rule.check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }
}

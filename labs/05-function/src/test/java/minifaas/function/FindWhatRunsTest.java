package minifaas.function;

import static minifaas.function.FunctionVersion.LATEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 5.6: from a qualifier to the code that runs. */
class FindWhatRunsTest {
    private final Given given = new Given(Seed.random("5.6"));
    private final Versions versions = given.versions(2, "1", "2");
    private final FunctionRecord function = function(versions, Map.of("2", 0.25));

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 1,
            hint = "A caller who names neither a version nor an alias: which version does AWS run?")
    void withoutAQualifierTheLatestVersionRuns() {
        assertThat(function.resolve(Optional.empty(), 0.5))
                .as("a call without a qualifier runs $LATEST")
                .isEqualTo(versions.running().get(LATEST));
    }

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 2,
            hint = "A number names one version for ever. Does a call of version 1 still run version 1?")
    void aNumberRunsTheVersionOfThatNumber() {
        assertThat(function.resolve(Optional.of("1"), 0.5))
                .as("the qualifier 1 runs version 1")
                .isEqualTo(versions.running().get("1"));
    }

    @Checks(
            exercise = "5.6",
            points = 2,
            order = 3,
            hint = "An alias chooses with the help of the draw. Is the version that it chooses the one that runs?")
    void anAliasRunsTheVersionThatItChooses() {
        assertThat(function.resolve(Optional.of("prod"), 0.8))
                .as("three quarters of the calls of alias prod go to version 1")
                .isEqualTo(versions.running().get("1"));
        assertThat(function.resolve(Optional.of("prod"), 0.1))
                .as("a quarter of the calls of alias prod goes to version 2")
                .isEqualTo(versions.running().get("2"));
    }

    @Checks(
            exercise = "5.6",
            points = 2,
            order = 4,
            hint = "A version can be known and not yet be able to run. What is in running, and what only in all?")
    void whatIsNotReadyYetCannotRun() {
        var all = new LinkedHashMap<>(versions.all());
        all.put("3", VersionRecord.created(given.ready("3").version()));
        FunctionRecord creating = function(new Versions(all, versions.running(), 3, ""), Map.of());
        RegistryException refusal =
                catchThrowableOfType(RegistryException.class, () -> creating.resolve(Optional.of("3"), 0.5));
        assertThat(refusal)
                .as("version 3 is still being made ready, so its call is refused")
                .isNotNull();
        assertThat(refusal.kind())
                .as("a call that comes too early is a conflict: it may be tried again")
                .isEqualTo(RegistryException.Kind.RESOURCE_CONFLICT);
    }

    @Checks(
            exercise = "5.6",
            points = 2,
            order = 5,
            hint = "During an update the latest version has two faces: what it will be, and what still runs.")
    void duringAnUpdateTheFormerCodeRuns() {
        VersionRecord updated = versions.latest().changed(given.ready(LATEST).version());
        var all = new LinkedHashMap<>(versions.all());
        all.put(LATEST, updated);
        FunctionRecord updating = function(new Versions(all, versions.running(), 2, ""), Map.of());
        assertThat(updating.resolve(Optional.of(LATEST), 0.5))
                .as("until the update is done, calls run the code from before it")
                .isEqualTo(versions.running().get(LATEST));
    }

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 6,
            hint = "A caller who mistypes an alias must hear of it. What does yours run for a name that is not there?")
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> function.resolve(Optional.of("nosuch"), 0.5))
                .as("a qualifier that names nothing is refused, with the ARN that was asked for")
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(Given.FUNCTION.arn("nosuch"));
    }

    private FunctionRecord function(Versions versions, Map<String, Double> routing) {
        var prod = new Alias(Given.FUNCTION, "prod", "1", "", routing, given.id());
        return new FunctionRecord(Given.FUNCTION, versions, Map.of("prod", prod), Map.of());
    }
}

package minifaas.function;

import static minifaas.function.FunctionVersion.LATEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.RegistryException.Kind;

/** 5.6: from a qualifier to the code that runs. */
class FindWhatRunsTest {
    private final Random random = Seed.random("5.6");
    private final Given given = new Given(random);
    private final int last = 2 + random.nextInt(5);
    private final Versions versions = given.versions(last);
    private final String second = String.valueOf(last);
    private final String first = String.valueOf(1 + random.nextInt(last - 1));
    private final String next = String.valueOf(last + 1);
    private final double share = 0.1 + 0.8 * random.nextDouble();
    private final String aliasName = "alias-" + given.word();
    private final FunctionRecord function = function(versions, Map.of(second, share));

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 1,
            hint = "A caller who names neither a version nor an alias: which version does AWS run?")
    void withoutAQualifierTheLatestVersionRuns() {
        assertThat(function.resolve(Optional.empty(), random.nextDouble()))
                .as("a call without a qualifier runs $LATEST")
                .isEqualTo(versions.running().get(LATEST));
    }

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 2,
            hint = "A number names one version for ever. Does a call of version 1 still run version 1?")
    void aNumberRunsTheVersionOfThatNumber() {
        for (String number : Given.numbers(last))
            assertThat(function.resolve(Optional.of(number), random.nextDouble()))
                    .as("the qualifier %s runs version %s", number, number)
                    .isEqualTo(versions.running().get(number));
    }

    @Checks(
            exercise = "5.6",
            points = 2,
            order = 3,
            hint = "An alias chooses with the help of the draw. Is the version that it chooses the one that runs?")
    void anAliasRunsTheVersionThatItChooses() {
        double above = share + (1 - share) * random.nextDouble();
        assertThat(function.resolve(Optional.of(aliasName), above))
                .as(
                        "version %s has a share of %.3f; a draw of %.3f lies above and runs version %s",
                        second, share, above, first)
                .isEqualTo(versions.running().get(first));
        double below = share * random.nextDouble();
        assertThat(function.resolve(Optional.of(aliasName), below))
                .as("version %s has a share of %.3f; a draw of %.3f lies below and runs it", second, share, below)
                .isEqualTo(versions.running().get(second));
    }

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 4,
            hint = "A version can be known and not yet be able to run. What is in running, and what only in all?")
    void whatIsNotReadyYetCannotRun() {
        RegistryException refusal = refusal(
                withNext(VersionRecord.created(given.ready(next).version())),
                next,
                "version " + next + " is still being made ready");
        assertThat(refusal.kind())
                .as("a call that comes too early is a conflict: it may be tried again")
                .isEqualTo(Kind.RESOURCE_CONFLICT);
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
        FunctionRecord updating = function(new Versions(all, versions.running(), last, ""), Map.of());
        assertThat(updating.resolve(Optional.of(LATEST), random.nextDouble()))
                .as("until the update is done, calls run the code from before it")
                .isEqualTo(versions.running().get(LATEST));
    }

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 6,
            hint =
                    "Is it worth trying again? The state says so. Which one does your refusal name, and where does it come from?")
    void theRefusalNamesTheStateOfTheVersion() {
        VersionRecord created = VersionRecord.created(given.ready(next).version());
        for (VersionRecord record : new VersionRecord[] {created, created.failed("no " + given.word())}) {
            RegistryException refusal = refusal(withNext(record), next, "version " + next + " was never made ready");
            assertThat(refusal.getMessage())
                    .as(
                            "the refusal of a version that is %s says so",
                            record.state().name())
                    .contains("in the following state: " + record.state().name());
        }
    }

    @Checks(
            exercise = "5.6",
            points = 1,
            order = 7,
            hint =
                    "A caller who mistypes an alias must hear just that. What does yours say of a name that is not there?")
    void whatIsNotThereIsNotFound() {
        String nothing = "no-" + given.word();
        RegistryException refusal = refusal(function, nothing, "the qualifier " + nothing + " names nothing");
        assertThat(refusal.kind())
                .as("what a qualifier names is not there, and that is the kind of the refusal")
                .isEqualTo(Kind.RESOURCE_NOT_FOUND);
        assertThat(refusal.getMessage())
                .as("the refusal names the ARN that was asked for")
                .contains("Function not found: " + given.function().arn(nothing));
    }

    private RegistryException refusal(FunctionRecord of, String qualifier, String why) {
        Throwable refusal = catchThrowable(() -> of.resolve(Optional.of(qualifier), random.nextDouble()));
        assertThat(refusal)
                .as("%s, so its call is refused with a RegistryException", why)
                .isInstanceOf(RegistryException.class);
        return (RegistryException) refusal;
    }

    /** The function with one more version, of which nothing runs. */
    private FunctionRecord withNext(VersionRecord record) {
        var all = new LinkedHashMap<>(versions.all());
        all.put(next, record);
        return function(new Versions(all, versions.running(), last + 1, ""), Map.of());
    }

    private FunctionRecord function(Versions versions, Map<String, Double> routing) {
        var alias = new Alias(given.function(), aliasName, first, "", routing, given.id());
        return new FunctionRecord(given.function(), versions, Map.of(aliasName, alias), Map.of());
    }
}

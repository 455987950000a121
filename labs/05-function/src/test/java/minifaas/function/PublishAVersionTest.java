package minifaas.function;

import static minifaas.function.FunctionVersion.LATEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Optional;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 5.4: publishing freezes the latest version under a number. */
class PublishAVersionTest {
    private final Given given = new Given(Seed.random("5.4"));

    @Checks(
            exercise = "5.4",
            points = 2,
            order = 1,
            hint = "Which version is frozen: the latest one, or the one that was published last?")
    void theNewVersionIsACopyOfTheLatest() {
        Versions before = given.versions(1, "1");
        Versions after = before.publish(Optional.empty());
        FunctionVersion latest = before.latest().version();
        assertThat(after.all()).as("after version 1 comes version 2").containsKey("2");
        FunctionVersion published = after.all().get("2").version();
        assertThat(published.codeSha256())
                .as("a published version has the code of the latest")
                .isEqualTo(latest.codeSha256());
        assertThat(published.settings())
                .as("a published version has the settings of the latest")
                .isEqualTo(latest.settings());
    }

    @Checks(
            exercise = "5.4",
            points = 2,
            order = 2,
            hint =
                    "Callers of version 1 rely on it for ever. Does version 1 look the same after you publish version 2?")
    void versionsThatWerePublishedBeforeNeverChange() {
        Versions before = given.versions(2, "1", "2");
        Versions after = before.publish(Optional.empty());
        for (String number : new String[] {"1", "2"})
            assertThat(after.find(number))
                    .as("version %s was published before, so it stays exactly as it is", number)
                    .isEqualTo(before.find(number));
    }

    @Checks(
            exercise = "5.4",
            points = 2,
            order = 3,
            hint =
                    "Versions can be deleted. If the next number comes from counting, which old number could come again?")
    void aNumberIsNeverUsedAgain() {
        Versions before = given.versions(3, "1", "3");
        assertThat(before.publish(Optional.empty()).all())
                .as("version 2 was deleted and its number is spent: after version 3 comes version 4")
                .containsOnlyKeys(LATEST, "1", "3", "4");
    }

    @Checks(
            exercise = "5.4",
            points = 2,
            order = 4,
            hint = "What would a second copy of the same code and settings be good for?")
    void publishingTheSameTwiceMakesOneVersion() {
        Versions before = published("1");
        assertThat(before.publish(Optional.empty()))
                .as("nothing changed since version 1 was published, so there is nothing to publish")
                .isEqualTo(before);
    }

    @Checks(
            exercise = "5.4",
            points = 1,
            order = 5,
            hint = "The last version may have been deleted since. Is what you compare with still there?")
    void whatWasDeletedCanBePublishedAgain() {
        Versions before = published("1").without("1");
        assertThat(before.publish(Optional.empty()).all())
                .as("version 1 held the same, but it is gone: publishing makes a version again")
                .hasSize(2);
    }

    @Checks(
            exercise = "5.4",
            points = 1,
            order = 6,
            hint = "Whoever publishes may say what this version is. Where does that text go?")
    void aPublishedVersionMayHaveADescriptionOfItsOwn() {
        Versions after = given.versions(0).publish(Optional.of("the one with colours"));
        assertThat(after.all().get("1").version().settings().description())
                .as("the description that was given when publishing is the version's")
                .isEqualTo("the one with colours");
    }

    /** The latest version was published as this number and not changed since. */
    private Versions published(String number) {
        var all = new LinkedHashMap<String, VersionRecord>();
        VersionRecord latest = given.ready(LATEST);
        all.put(LATEST, latest);
        FunctionVersion copy = latest.version().publishedAs(number, given.id(), Optional.empty());
        all.put(number, new VersionRecord(copy, given.id(), State.active(), LastUpdate.successful()));
        return Given.versions(all, Integer.parseInt(number), latest.version().deployment());
    }
}

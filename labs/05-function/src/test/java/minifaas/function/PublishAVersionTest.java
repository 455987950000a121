package minifaas.function;

import static minifaas.function.FunctionVersion.LATEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 5.4: publishing freezes the latest version under a number. */
class PublishAVersionTest {
    private final Random random = Seed.random("5.4");
    private final Given given = new Given(random);

    @Checks(
            exercise = "5.4",
            points = 2,
            order = 1,
            hint = "Which version is frozen: the latest one, or the one that was published last?")
    void theNewVersionIsACopyOfTheLatest() {
        int last = 1 + random.nextInt(5);
        String next = String.valueOf(last + 1);
        Versions before = given.versions(last);
        Versions after = before.publish(Optional.empty());
        FunctionVersion latest = before.latest().version();
        assertThat(after.all())
                .as("after version %d comes version %s", last, next)
                .containsKey(next);
        FunctionVersion published = after.all().get(next).version();
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
        int last = 2 + random.nextInt(4);
        Versions before = given.versions(last);
        Versions after = before.publish(Optional.empty());
        for (String number : Given.numbers(last))
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
        int last = 3 + random.nextInt(4);
        String deleted = String.valueOf(1 + random.nextInt(last - 1));
        var expected = new ArrayList<>(Given.numbers(last + 1));
        expected.remove(deleted);
        expected.add(LATEST);
        Versions before = given.versions(last).without(deleted);
        assertThat(before.publish(Optional.empty()).all().keySet())
                .as(
                        "version %s was deleted and its number is spent: after version %d comes version %d",
                        deleted, last, last + 1)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Checks(
            exercise = "5.4",
            points = 2,
            order = 4,
            hint = "What would a second copy of the same code and settings be good for?")
    void publishingTheSameTwiceMakesOneVersion() {
        String number = String.valueOf(1 + random.nextInt(99));
        Versions before = published(number);
        assertThat(before.publish(Optional.empty()))
                .as("nothing changed since version %s was published, so there is nothing to publish", number)
                .isEqualTo(before);
    }

    @Checks(
            exercise = "5.4",
            points = 1,
            order = 5,
            hint = "The last version may have been deleted since. Is what you compare with still there?")
    void whatWasDeletedCanBePublishedAgain() {
        String number = String.valueOf(1 + random.nextInt(99));
        Versions before = published(number).without(number);
        assertThat(before.publish(Optional.empty()).all())
                .as("version %s held the same, but it is gone: publishing makes a version again", number)
                .hasSize(2);
    }

    @Checks(
            exercise = "5.4",
            points = 1,
            order = 6,
            hint = "Whoever publishes may say what this version is. Where does that text go?")
    void aPublishedVersionMayHaveADescriptionOfItsOwn() {
        String description = "the one with " + given.name();
        Versions after = given.versions(0).publish(Optional.of(description));
        assertThat(after.all().get("1").version().settings().description())
                .as("the description that was given when publishing is the version's")
                .isEqualTo(description);
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

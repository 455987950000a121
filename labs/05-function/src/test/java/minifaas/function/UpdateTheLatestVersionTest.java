package minifaas.function;

import static minifaas.function.FunctionVersion.LATEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 5.3: an update changes the latest version, and nothing else. */
class UpdateTheLatestVersionTest {
    private final Random random = Seed.random("5.3");
    private final Given given = new Given(random);
    private final Instant now = given.now();
    private final Versions before = given.versions(random.nextInt(5));

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 1,
            hint = "An update brings code and settings. Do both of them, and the time, arrive in the latest version?")
    void theLatestVersionHasTheNewCodeAndTheNewSettings() {
        FunctionSettings settings = given.settings();
        Code code = given.code();
        FunctionVersion after = before.update(settings, code, now).latest().version();
        assertThat(after.version())
                .as("an update goes to the version that can change")
                .isEqualTo(LATEST);
        assertThat(after.settings())
                .as("the latest version has the settings of the update")
                .isEqualTo(settings);
        assertThat(after.codeSha256())
                .as("the latest version has the code of the update")
                .isEqualTo(code.sha256());
        assertThat(after.codeSize())
                .as("the latest version has the size of the new code")
                .isEqualTo(code.size());
        assertThat(after.lastModified())
                .as("it was modified at the time of the update")
                .isEqualTo(now);
    }

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 2,
            hint = "A published version is a promise to those who call it. Which versions does your update touch?")
    void publishedVersionsStayAsTheyAre() {
        int published = 1 + random.nextInt(5);
        Versions several = given.versions(published);
        Versions after = several.update(given.settings(), given.code(), now);
        for (String number : Given.numbers(published))
            assertThat(after.find(number))
                    .as("version %s was published, so no update changes it", number)
                    .isEqualTo(several.find(number));
    }

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 3,
            hint =
                    "An environment is reused for its deployment only. What happens to warm ones if that stays the same?")
    void whateverChangesMakesAnotherDeployment() {
        FunctionVersion latest = before.latest().version();
        Code sameCode = new Code(latest.codeSha256(), latest.codeSize());
        assertThat(deploymentAfter(latest.settings(), given.code()))
                .as("other code makes another deployment, so that no environment with the old code serves it")
                .isNotEqualTo(latest.deployment());
        assertThat(deploymentAfter(given.settings(), sameCode))
                .as("other settings make another deployment, so that no environment with the old ones serves it")
                .isNotEqualTo(latest.deployment());
    }

    @Checks(
            exercise = "5.3",
            points = 1,
            order = 4,
            hint = "When neither code nor settings differ, what would a new deployment do to the warm environments?")
    void withNothingChangedTheDeploymentStaysTheSame() {
        FunctionVersion latest = before.latest().version();
        assertThat(deploymentAfter(latest.settings(), new Code(latest.codeSha256(), latest.codeSize())))
                .as("the same code and settings are the same deployment, whose warm environments go on serving")
                .isEqualTo(latest.deployment());
    }

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 5,
            hint = "The new code is not ready yet when the update returns. Who serves the calls that come meanwhile?")
    void theFormerCodeServesUntilTheNewIsReady() {
        Versions after = before.update(given.settings(), given.code(), now);
        assertThat(after.running())
                .as("what ran before the update runs on while it is in progress")
                .isEqualTo(before.running());
        assertThat(after.latest().isInProgress())
                .as("an update is in progress until the new code is ready")
                .isTrue();
    }

    private String deploymentAfter(FunctionSettings settings, Code code) {
        return before.update(settings, code, now).latest().version().deployment();
    }
}

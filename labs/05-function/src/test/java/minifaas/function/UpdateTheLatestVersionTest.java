package minifaas.function;

import static minifaas.function.FunctionVersion.LATEST;
import static org.assertj.core.api.Assertions.assertThat;

import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 5.3: an update changes the latest version, and nothing else. */
class UpdateTheLatestVersionTest {
    private final Given given = new Given(Seed.random("5.3"));

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 1,
            hint = "An update brings code and settings. Do both of them, and the time, arrive in the latest version?")
    void theLatestVersionHasTheNewCodeAndTheNewSettings() {
        FunctionSettings settings = given.settings();
        Code code = given.code();
        FunctionVersion after =
                given.versions(0).update(settings, code, Given.NOW).latest().version();
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
                .isEqualTo(Given.NOW);
    }

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 2,
            hint = "A published version is a promise to those who call it. Which versions does your update touch?")
    void publishedVersionsStayAsTheyAre() {
        Versions before = given.versions(2, "1", "2");
        Versions after = before.update(given.settings(), given.code(), Given.NOW);
        for (String number : new String[] {"1", "2"})
            assertThat(after.find(number))
                    .as("version %s was published, so no update changes it", number)
                    .isEqualTo(before.find(number));
    }

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 3,
            hint =
                    "An environment is reused for its deployment only. What happens to warm ones if that stays the same?")
    void whateverChangesMakesAnotherDeployment() {
        Versions before = given.versions(0);
        FunctionVersion latest = before.latest().version();
        Code sameCode = new Code(latest.codeSha256(), latest.codeSize());
        assertThat(deploymentAfter(before, latest.settings(), given.code()))
                .as("other code makes another deployment, so that no environment with the old code serves it")
                .isNotEqualTo(latest.deployment());
        assertThat(deploymentAfter(before, given.settings(), sameCode))
                .as("other settings make another deployment, so that no environment with the old ones serves it")
                .isNotEqualTo(latest.deployment());
    }

    @Checks(
            exercise = "5.3",
            points = 1,
            order = 4,
            hint = "When neither code nor settings differ, what would a new deployment do to the warm environments?")
    void withNothingChangedTheDeploymentStaysTheSame() {
        Versions before = given.versions(0);
        FunctionVersion latest = before.latest().version();
        assertThat(deploymentAfter(before, latest.settings(), new Code(latest.codeSha256(), latest.codeSize())))
                .as("the same code and settings are the same deployment, whose warm environments go on serving")
                .isEqualTo(latest.deployment());
    }

    @Checks(
            exercise = "5.3",
            points = 2,
            order = 5,
            hint = "The new code is not ready yet when the update returns. Who serves the calls that come meanwhile?")
    void theFormerCodeServesUntilTheNewIsReady() {
        Versions before = given.versions(0);
        Versions after = before.update(given.settings(), given.code(), Given.NOW);
        assertThat(after.running())
                .as("what ran before the update runs on while it is in progress")
                .isEqualTo(before.running());
        assertThat(after.latest().isInProgress())
                .as("an update is in progress until the new code is ready")
                .isTrue();
    }

    private static String deploymentAfter(Versions before, FunctionSettings settings, Code code) {
        return before.update(settings, code, Given.NOW).latest().version().deployment();
    }
}

package minifaas.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.RegistryException.Kind;

/** 5.2: what a function may be called. */
class CheckANameTest {
    private static final String LETTERS_AND_DIGITS = "abcxyzABCXYZ019";
    private static final String STRANGE = "/.: $%äß函";

    private final Random random = Seed.random("5.2");
    private final Given given = new Given(random);

    @Checks(
            exercise = "5.2",
            points = 1,
            order = 1,
            hint = "Read the list of characters again: which ones may a name have beside letters and digits?")
    void lettersDigitsHyphensAndUnderscoresMakeAName() {
        List<String> names = List.of(
                given.name(),
                given.word(),
                given.word() + "-" + given.word(),
                given.word() + "_" + given.word(),
                random.nextInt(10) + given.word(),
                "a",
                "-_-");
        for (String name : names)
            assertThatCode(() -> SettingsRules.checkName(name))
                    .as("'%s' has only letters, digits, hyphens and underscores, so a function may be called so", name)
                    .doesNotThrowAnyException();
    }

    @Checks(
            exercise = "5.2",
            points = 2,
            order = 2,
            hint = "A good part does not make a good name. Does your check look at every character, or only for some?")
    void aNameWithAnyOtherCharacterIsRefused() {
        for (String bad : List.of("/", ".", " ", "ä", "\n", "\0", ":", "$", "%", "函")) {
            String why = "contains a character that no function's name may have";
            refuses(given.word() + bad + given.word(), why);
            refuses(bad + given.word(), why);
            refuses(given.word() + bad, why);
        }
        refuses("", "is empty");
    }

    @Checks(
            exercise = "5.2",
            points = 1,
            order = 3,
            hint = "How long may a name be at most, and does a name of exactly that length pass?")
    void aNameHas64CharactersAtMost() {
        String longest = given.text(LETTERS_AND_DIGITS, 64);
        assertThatCode(() -> SettingsRules.checkName(longest))
                .as("a name of 64 characters is the longest one that a function may have")
                .doesNotThrowAnyException();
        refuses(longest + "a", "has 65 characters, one more than a name may have");
    }

    @Checks(
            exercise = "5.2",
            points = 1,
            order = 4,
            hint =
                    "Whoever reads the refusal wants to know which value was wrong, and which rule. Does yours say both?")
    void theRefusalSaysWhichNameBreaksWhichRule() {
        String strange = given.text(STRANGE, 1 + random.nextInt(10));
        assertThat(refusal(strange).getMessage())
                .as("a refusal quotes the name that it refuses, and the pattern that a name must match")
                .contains("'" + strange + "'", "pattern: [a-zA-Z0-9-_]+");
        String tooLong = given.text(LETTERS_AND_DIGITS, 65 + random.nextInt(10));
        assertThat(refusal(tooLong).getMessage())
                .as("a refusal quotes the name that it refuses, and the length that a name may have")
                .contains("'" + tooLong + "'", "length less than or equal to 64");
    }

    @Checks(
            exercise = "5.2",
            points = 1,
            order = 5,
            hint = "AWS refuses the two mistakes in two ways. Of which kind is each, and which one comes first?")
    void eachOfTheTwoMistakesIsRefusedInItsOwnWay() {
        assertThat(refusal(given.text(STRANGE, 1 + random.nextInt(10))).kind())
                .as("characters that no name may have are refused as a validation error")
                .isEqualTo(Kind.VALIDATION);
        assertThat(refusal(given.text(LETTERS_AND_DIGITS, 65 + random.nextInt(10)))
                        .kind())
                .as("too many characters are refused as an invalid value of a parameter")
                .isEqualTo(Kind.INVALID_PARAMETER_VALUE);
        assertThat(refusal(given.text(STRANGE, 65 + random.nextInt(10))).kind())
                .as("a name with both mistakes is refused for its characters")
                .isEqualTo(Kind.VALIDATION);
    }

    /** With which a bad name is refused. */
    private static RegistryException refusal(String name) {
        return refuses(name, "is no name of a function");
    }

    private static RegistryException refuses(String name, String why) {
        Throwable refusal = catchThrowable(() -> SettingsRules.checkName(name));
        assertThat(refusal)
                .as("'%s' %s, so it is refused with a RegistryException", name, why)
                .isInstanceOf(RegistryException.class);
        return (RegistryException) refusal;
    }
}

package minifaas.course.grade;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What scores rest on. Two submissions are comparable when it is the same for both.
 *
 * @param seed public fingerprint of the seed of the tests' inputs
 * @param tests digest of the tests, the starters, the exercises, and of the classes of minifaas and the course machine
 * @param sandbox where the students' classes ran, such as {@code bubblewrap}
 * @param cannotStop what that sandbox can't keep students' classes from, one line each
 */
@JsonIgnoreProperties(value = "protected", allowGetters = true)
public record Basis(String seed, String tests, String sandbox, List<String> cannotStop) {
    public Basis {
        cannotStop = List.copyOf(cannotStop);
    }

    /** Whether the sandbox stops everything that would change a score. */
    @JsonProperty("protected")
    public boolean isProtected() {
        return cannotStop.isEmpty();
    }

    /** What every report says of scores that are not protected, in one line; empty for protected ones. */
    public String warning() {
        if (isProtected()) return "";
        return "scores are unprotected: the sandbox '" + sandbox + "' cannot stop: " + String.join("; ", cannotStop);
    }

    /** Why scores with another basis are not these ones; empty when they are. */
    Optional<String> differenceTo(Basis other) {
        if (!tests.equals(other.tests)) return Optional.of("the tests or what they run with have changed");
        if (!seed.equals(other.seed)) return Optional.of("the key is another one");
        if (!sandbox.equals(other.sandbox)) return Optional.of("the sandbox was " + sandbox);
        if (!cannotStop.equals(other.cannotStop)) return Optional.of("the sandbox protected otherwise");
        return Optional.empty();
    }
}

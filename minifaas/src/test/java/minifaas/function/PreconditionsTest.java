package minifaas.function;

import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import minifaas.function.RegistryException.Kind;
import org.junit.jupiter.api.Test;

/** Changes that are made only when something holds, or only shown. */
class PreconditionsTest extends WithRegistry {
    @Test
    void whoKnowsAnOlderRevisionIsStopped() {
        String old = fixture.create("1").revisionId();
        fixture.settle();
        Optional<String> stale = Optional.of(old);
        byte[] zip = Zips.of("index.js", "2");
        refused(
                Kind.PRECONDITION_FAILED,
                STALE,
                () -> registry().updateCode(f(), zip, Optional.empty(), stale, false, false));
        refused(Kind.PRECONDITION_FAILED, STALE, () -> registry().updateSettings(f(), it -> it, stale));
        refused(
                Kind.PRECONDITION_FAILED,
                STALE,
                () -> registry().publish(f(), Optional.empty(), Optional.empty(), stale));
    }

    @Test
    void publishingWithAnUnexpectedDigestIsRefused() {
        fixture.createAndWait("1");
        String digest = registry().find(f()).version().codeSha256();
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "CodeSHA256 (other) is different from current CodeSHA256 in $LATEST (" + digest
                        + "). Please try again with the CodeSHA256 in $LATEST.",
                () -> registry().publish(f(), Optional.empty(), Optional.of("other"), Optional.empty()));
    }

    @Test
    void aDryRunShowsWhatWouldBeAndChangesNothing() {
        fixture.createAndWait("1");
        FunctionView before = registry().find(f());
        byte[] other = Zips.of("index.js", "2");
        FunctionView would = registry().updateCode(f(), other, Optional.empty(), Optional.empty(), false, true);
        assertThat(would.version().codeSha256()).isEqualTo(Code.of(other).sha256());
        assertThat(registry().find(f())).isEqualTo(before);
    }
}

package minifaas.function;

import static minifaas.function.RegistryFixture.F;
import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import minifaas.function.RegistryException.Kind;
import org.junit.jupiter.api.Test;

/** Versions: numbered, published once, and as they were ever after. */
class PublishedVersionsTest extends WithRegistry {
    @Test
    void aVersionIsPublishedActiveAndStaysAsItIs() {
        fixture.createAndWait("1");
        String latest = registry().find(f()).revisionId();
        FunctionView one = registry().publish(f(), Optional.of("the first"), Optional.empty(), Optional.of(latest));
        assertThat(one.arn()).isEqualTo(ARN + ":1");
        assertThat(one.state()).isEqualTo(State.active());
        assertThat(one.version().settings().description()).isEqualTo("the first");
        assertThat(registry().find(f()).revisionId()).isNotEqualTo(latest);
        fixture.updateAndWait("2");
        assertThat(registry().find(f("1"))).isEqualTo(one);
        assertThat(registry().resolve(f("1"), 0).version()).isEqualTo(one.version());
        refused(
                Kind.INVALID_PARAMETER_VALUE,
                "Current operation does not support versions other than $LATEST. Please set the version to $LATEST or"
                        + " do not set a version in your request.",
                () -> registry().updateSettings(f("1"), it -> it, Optional.empty()));
    }

    @Test
    void nothingIsPublishedTwice() {
        fixture.createAndWait("1");
        FunctionView one = fixture.publish();
        String latest = registry().find(f()).revisionId();
        assertThat(registry().publish(f(), Optional.of("other"), Optional.empty(), Optional.empty()))
                .isEqualTo(one);
        assertThat(registry().find(f()).revisionId()).isEqualTo(latest);
        registry().updateSettings(f(), it -> it.withDescription("changed"), Optional.empty());
        fixture.settle();
        assertThat(fixture.publish().version().version()).isEqualTo("2");
    }

    @Test
    void aNumberIsNeverUsedAgain() throws IOException {
        fixture.createAndWait("1");
        fixture.publish();
        registry().delete(f("1"));
        fixture.reopen();
        assertThat(fixture.publish().version().version()).isEqualTo("2");
        assertThat(registry().versions(f()))
                .extracting(FunctionView::arn)
                .containsExactly(ARN + ":$LATEST", ARN + ":2");
    }

    @Test
    void aVersionPublishedWithAnUpdateIsPendingTogetherWithIt() {
        fixture.createAndWait("1");
        fixture.hold();
        FunctionView one =
                registry().updateCode(f(), Zips.of("index.js", "2"), Optional.empty(), Optional.empty(), true, false);
        assertThat(one.arn()).isEqualTo(ARN + ":1");
        assertThat(one.state()).isEqualTo(State.pending());
        assertThat(registry().find(f("1")).revisionId()).isEqualTo(one.revisionId());
        assertThat(registry().find(f()).lastUpdate()).contains(LastUpdate.inProgress());
        fixture.release();
        fixture.settle();
        assertThat(registry().find(f("1")).state()).isEqualTo(State.active());
        assertThat(registry().resolve(f("1"), 0).version().version()).isEqualTo("1");
    }

    @Test
    void aFunctionCanBeCreatedAndPublishedAtOnce() {
        FunctionView one = registry().create(F, SettingsRulesTest.good(), Zips.of("a", "b"), Map.of(), true);
        assertThat(one.version().version()).isEqualTo("1");
        assertThat(one.arn()).isEqualTo(ARN);
        fixture.settle();
        FunctionView again = fixture.publish();
        assertThat(again.version().version()).isEqualTo("1");
        assertThat(again.state()).isEqualTo(State.active());
        assertThat(registry().list("000000000000", "us-east-1", true))
                .extracting(FunctionView::arn)
                .containsExactly(ARN + ":$LATEST", ARN + ":1");
        assertThat(registry().list("000000000000", "us-east-1", false))
                .extracting(FunctionView::arn)
                .containsExactly(ARN);
        assertThat(registry().list("000000000000", "eu-west-1", false)).isEmpty();
        assertThat(registry().usage("000000000000", "us-east-1"))
                .isEqualTo(new Usage(2 * one.version().codeSize(), 1));
    }
}

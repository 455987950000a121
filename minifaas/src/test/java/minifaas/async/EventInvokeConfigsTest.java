package minifaas.async;

import static minifaas.async.Events.ARN;
import static minifaas.async.Events.function;
import static minifaas.async.Events.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.async.EventInvokeConfigChange.DestinationConfig;
import minifaas.function.FunctionReference;
import minifaas.function.RegistryException;
import minifaas.kernel.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventInvokeConfigsTest extends WithFunctions {
    private static final EventInvokeConfigChange ALL = new EventInvokeConfigChange(
            Optional.of(1),
            Optional.of(90),
            Optional.of(new DestinationConfig(Optional.of(ARN + "g"), Optional.of(ARN + "g:1"))));

    @BeforeEach
    void createTwoFunctions() {
        create("f");
        create("g");
        registry.createAlias(reference("f"), "PROD", "1", "", Map.of());
        targets.add("lambda", new FunctionTarget(registry, event -> null, clock));
    }

    @Test
    void whatIsNotConfiguredHasTheDefault() {
        assertThat(configs.of(reference("f"))).isEqualTo(EventInvokeConfig.DEFAULT);
        assertThat(EventInvokeConfig.DEFAULT.retries()).isEqualTo(2);
        assertThat(EventInvokeConfig.DEFAULT.oldest()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void withoutAQualifierLatestIsMeant() {
        configs.put(reference("f"), retries(0));
        assertThat(configs.of(reference("f")).retries()).isZero();
        assertThat(configs.of(reference("f", "$LATEST")).retries()).isZero();
        assertThat(configs.of(reference("f", "1")).retries()).isEqualTo(2);
        assertThat(configs.of(reference("f", "PROD")).retries()).isEqualTo(2);
    }

    @Test
    void allOfItIsThereAfterARestart() throws IOException {
        EventInvokeConfig kept = configs.put(reference("f", "PROD"), ALL);
        configs.put(reference("f"), retries(0));
        configs.put(reference("f", "1"), retries(0));
        configs.delete(reference("f", "1"));
        clock.advance(Duration.ofSeconds(1));
        EventInvokeConfig updated = configs.update(reference("f"), retries(1));
        reopen();
        assertThat(configs.list(reference("f")))
                .isEqualTo(Map.of(reference("f", "PROD"), kept, reference("f", "$LATEST"), updated));
        assertThat(kept.onFailure()).contains(ARN + "g:1");
        assertThat(updated.lastModified()).isEqualTo(kept.lastModified().plusSeconds(1));
    }

    @Test
    void anUpdateLeavesWhatItDoesNotSay() {
        configs.put(reference("f"), ALL);
        EventInvokeConfig updated = configs.update(reference("f"), retries(0));
        assertThat(updated.retries()).isZero();
        assertThat(updated.oldest()).isEqualTo(Duration.ofSeconds(90));
        assertThat(updated.onSuccess()).contains(ARN + "g");
        assertThat(configs.put(reference("f"), retries(0)).onSuccess()).isEmpty();
    }

    @Test
    void whatBelongsToADeletedAliasVersionOrFunctionGoesWithIt() throws IOException {
        for (FunctionReference which :
                new FunctionReference[] {reference("f"), reference("f", "1"), reference("f", "PROD"), reference("g")})
            configs.put(which, retries(0));
        registry.deleteAlias(reference("f"), "PROD");
        assertThat(configs.list(reference("f"))).containsOnlyKeys(reference("f", "$LATEST"), reference("f", "1"));
        registry.delete(reference("f", "1"));
        assertThat(configs.list(reference("f"))).containsOnlyKeys(reference("f", "$LATEST"));
        registry.delete(reference("f"));
        create("f");
        assertThat(configs.list(reference("f"))).isEmpty();
        reopen();
        assertThat(configs.list(reference("f"))).isEmpty();
        assertThat(configs.list(reference("g"))).containsOnlyKeys(reference("g", "$LATEST"));
    }

    @Test
    void whatWasLeftBehindByADeletionIsForgottenAtTheStart() throws IOException {
        configs.put(reference("f"), retries(0));
        close();
        database = Database.open(folder.resolve("minifaas.db"));
        database.transaction(
                connection -> connection.createStatement().executeUpdate("delete from function where name='f'"));
        database.close();
        open();
        create("f");
        assertThat(configs.of(reference("f"))).isEqualTo(EventInvokeConfig.DEFAULT);
        reopen();
        assertThat(configs.of(reference("f"))).isEqualTo(EventInvokeConfig.DEFAULT);
    }

    @Test
    void whatNamesAFunctionWithoutSayingSoIsNoTarget() {
        for (String name : List.of("f", "g")) {
            String arn = ARN.replace(":function:", ":") + name;
            assertThatThrownBy(() -> configs.put(reference("f"), toFailure(arn)))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("destination ARN " + arn + " is invalid");
        }
    }

    private static EventInvokeConfigChange toFailure(String arn) {
        return new EventInvokeConfigChange(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DestinationConfig(Optional.empty(), Optional.of(arn))));
    }

    @Test
    void aTargetOfALaterChapterIsRefusedUntilItIsAdded() {
        String queue = "arn:aws:sqs:us-east-1:000000000000:q";
        EventInvokeConfigChange toQueue = toFailure(queue);
        assertThatThrownBy(() -> configs.put(reference("f"), toQueue))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("chapter 11");
        targets.add("sqs", new FakeTarget(queue));
        assertThat(configs.put(reference("f"), toQueue).onFailure()).contains(queue);
        assertThat(configs.of(new FunctionReference(function("f"), Optional.empty()))
                        .onFailure())
                .contains(queue);
    }
}

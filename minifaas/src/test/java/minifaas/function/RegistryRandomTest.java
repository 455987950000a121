package minifaas.function;

import static minifaas.function.RegistryFixture.f;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random operations on one function, compared after each with a model that keeps only what may be seen. */
class RegistryRandomTest {
    private static final int STEPS = 400;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private RegistryFixture fixture;

    // the model
    private boolean exists;
    private String latestCode;
    private final Map<String, FunctionView> published = new HashMap<>();
    private final Map<String, String> codeOf = new HashMap<>();
    private final Set<Integer> usedNumbers = new HashSet<>();
    private final Map<String, String> aliases = new HashMap<>();

    @BeforeEach
    void printTheSeed() {
        System.out.println("RegistryRandomTest -Dseed=" + seed);
    }

    @Test
    void versionsNeverChangeNumbersAreNeverReusedAndAliasesLeadSomewhere() throws IOException {
        try (var opened = new RegistryFixture(folder)) {
            fixture = opened;
            for (int step = 0; step < STEPS; step++) {
                try {
                    act(random.nextInt(100));
                } catch (RegistryException refused) {
                    // not every random operation is allowed; the model must hold all the same
                }
                compare("seed " + seed + ", step " + step);
            }
        }
    }

    private void act(int dice) throws IOException {
        if (dice < 15) createOrDelete(dice);
        else if (dice < 35) update();
        else if (dice < 40) updateSettings();
        else if (dice < 60) publish();
        else if (dice < 68) deleteVersion();
        else if (dice < 85) setAlias();
        else if (dice < 92) deleteAlias();
        else if (dice < 97) breakAnUpdate();
        else fixture.reopen();
    }

    private void createOrDelete(int dice) {
        if (exists && dice > 0) return; // mostly keep it
        if (exists) {
            fixture.registry.delete(f());
            exists = false;
            published.clear();
            codeOf.clear();
            usedNumbers.clear();
            aliases.clear();
        } else {
            latestCode = code();
            fixture.createAndWait(latestCode);
            exists = true;
        }
    }

    private void update() {
        String code = code();
        fixture.updateAndWait(code);
        latestCode = code;
    }

    private void updateSettings() {
        String description = code();
        fixture.registry.updateSettings(f(), it -> it.withDescription(description), Optional.empty());
        fixture.settle();
    }

    private void breakAnUpdate() {
        fixture.failure = "broken on purpose";
        try {
            fixture.updateAndWait(code());
        } finally {
            fixture.failure = null;
        }
        fixture.updateAndWait(latestCode);
    }

    private void publish() {
        FunctionView view = fixture.publish();
        String number = view.version().version();
        if (published.containsKey(number)) {
            assertThat(view).isEqualTo(published.get(number));
        } else {
            assertThat(usedNumbers.add(Integer.valueOf(number)))
                    .as("number %s is new", number)
                    .isTrue();
            published.put(number, view);
            codeOf.put(number, latestCode);
        }
    }

    private void deleteVersion() {
        String number = number();
        fixture.registry.delete(f(number));
        assertThat(aliases.values()).doesNotContain(number);
        published.remove(number);
    }

    private void setAlias() {
        String name = "alias" + random.nextInt(4);
        String number = number();
        if (aliases.containsKey(name)) {
            var change = new AliasChange(Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty());
            fixture.registry.updateAlias(f(), name, change);
        } else {
            fixture.registry.createAlias(f(), name, number, "", Map.of());
        }
        aliases.put(name, number);
    }

    private void deleteAlias() {
        String name = "alias" + random.nextInt(4);
        fixture.registry.deleteAlias(f(), name);
        aliases.remove(name);
    }

    private void compare(String when) {
        FunctionRegistry registry = fixture.registry;
        if (!exists) {
            assertThat(registry.list("000000000000", "us-east-1", true))
                    .as(when)
                    .isEmpty();
            return;
        }
        assertThat(registry.code(registry.resolve(f(), 0).version()).resolve("index.js"))
                .as(when)
                .hasContent(latestCode);
        assertThat(registry.versions(f())).as(when).hasSize(published.size() + 1);
        published.forEach((number, view) -> {
            assertThat(registry.find(f(number))).as(when).isEqualTo(view);
            assertThat(registry.isLive(view.version())).as(when).isTrue();
            assertThat(registry.archive(view.version())).as(when).isEqualTo(Zips.of("index.js", codeOf.get(number)));
            assertThat(registry.code(view.version()).resolve("index.js"))
                    .as(when)
                    .hasContent(codeOf.get(number));
        });
        assertThat(registry.aliases(f(), Optional.empty())).as(when).hasSize(aliases.size());
        aliases.forEach((name, number) -> assertThat(
                        registry.resolve(f(name), random.nextDouble()).version())
                .as(when)
                .isEqualTo(registry.find(f(number)).version()));
    }

    private String code() {
        return String.valueOf(random.nextInt(5));
    }

    private String number() {
        return String.valueOf(1 + random.nextInt(Math.max(3, usedNumbers.size())));
    }
}

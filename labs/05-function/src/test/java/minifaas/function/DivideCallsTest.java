package minifaas.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 5.5: an alias divides the calls between two versions. */
class DivideCallsTest {
    private final Random random = Seed.random("5.5");
    private final Given given = new Given(random);
    private final String first = String.valueOf(1 + random.nextInt(50));
    private final String second = String.valueOf(51 + random.nextInt(50));

    @Checks(
            exercise = "5.5",
            points = 1,
            order = 1,
            hint = "Most aliases have no second version at all. What does yours do then?")
    void withoutASecondVersionEveryCallGoesToTheFirst() {
        Alias alias = alias(Map.of());
        for (double draw : new double[] {0, random.nextDouble(), 0.999})
            assertThat(alias.choose(draw))
                    .as("an alias that names one version leads every call to it, whatever is drawn (here %s)", draw)
                    .isEqualTo(first);
    }

    @Checks(
            exercise = "5.5",
            points = 2,
            order = 2,
            hint = "The draw and the share both run from 0 to 1. For which draws does the second version get the call?")
    void theSecondVersionGetsItsShareOfTheCalls() {
        double share = 0.2 + 0.6 * random.nextDouble();
        Alias alias = alias(Map.of(second, share));
        int calls = 1000;
        int divided = 0;
        for (int i = 0; i < calls; i++) if (alias.choose((i + 0.5) / calls).equals(second)) divided++;
        assertThat(divided)
                .as(
                        "with a share of %.3f, about so many of %d evenly drawn calls go to the second version",
                        share, calls)
                .isBetween((int) (share * calls) - 1, (int) (share * calls) + 1);
    }

    @Checks(
            exercise = "5.5",
            points = 1,
            order = 3,
            hint = "A draw can be exactly 0. Who gets that call when the second version's share is 0?")
    void aShareOfZeroGetsNoCallAtAll() {
        assertThat(alias(Map.of(second, 0.0)).choose(0))
                .as("a version whose share is 0 gets no call, not even one that draws 0")
                .isEqualTo(first);
    }

    private Alias alias(Map<String, Double> routing) {
        return new Alias(given.function(), given.word(), first, "", routing, given.id());
    }
}

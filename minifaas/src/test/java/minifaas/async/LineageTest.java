package minifaas.async;

import static minifaas.async.Events.TRACE;
import static minifaas.async.Events.function;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTest {
    @Test
    void aChainBeginsWithoutRuns() {
        assertThat(Lineage.runs(TRACE, function("f"))).isZero();
    }

    @Test
    void aRunIsCountedInTheFieldOfAws() {
        String header = Lineage.afterRun(TRACE, function("f"));
        assertThat(header).matches("Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0;Lineage=[0-9a-f]{8}:1");
        assertThat(Lineage.runs(header, function("f"))).isEqualTo(1);
        assertThat(Lineage.runs(header, function("g"))).isZero();
    }

    @Test
    void otherFieldsAndOtherFunctionsStayAsTheyAre() {
        String header = Lineage.afterRun("Lineage=a87bd80c:1|68fd508a:5;Root=1-2-3; Sampled=1", function("f"));
        assertThat(header).matches("Root=1-2-3;Sampled=1;Lineage=a87bd80c:1\\|68fd508a:5\\|[0-9a-f]{8}:1");
    }

    @Test
    void eachFunctionIsCountedForItself() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("a chain of runs from seed " + seed + " (-Dseed=" + seed + " repeats it)");
        var random = new Random(seed);
        Map<String, Integer> runs = new HashMap<>();
        String header = TRACE;
        for (int i = 0; i < 1000; i++) {
            String name = "f" + random.nextInt(20);
            header = Lineage.afterRun(header, function(name));
            runs.merge(name, 1, Integer::sum);
            for (int other = 0; other < 20; other++)
                assertThat(Lineage.runs(header, function("f" + other))).isEqualTo(runs.getOrDefault("f" + other, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "Lineage",
                "Lineage=",
                "Lineage=|||",
                "Lineage=a87bd80c",
                "Lineage=a87bd80c:-1",
                "Lineage=a87bd80c:99999999999",
                "lineage=a87bd80c:1",
                "nonsense"
            })
    void whatIsNoLineageCountsNothing(String header) {
        String after = Lineage.afterRun(header, function("f"));
        assertThat(Lineage.runs(header, function("f"))).isZero();
        assertThat(Lineage.runs(after, function("f"))).isEqualTo(1);
        assertThat(after).doesNotContain("a87bd80c:-1", "a87bd80c:9");
    }
}

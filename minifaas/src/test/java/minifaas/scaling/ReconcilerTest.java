package minifaas.scaling;

import static minifaas.invocation.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import minifaas.function.FunctionVersion;
import minifaas.scaling.ProvisionedEnvironment.State;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private static final FunctionVersion A = version("a");
    private static final FunctionVersion B = version("b");

    private long lastNumber;

    private ProvisionedEnvironment environment(FunctionVersion version, State state) {
        return new ProvisionedEnvironment(++lastNumber, version, state);
    }

    private List<ProvisionedEnvironment> ofA(State... states) {
        var environments = new ArrayList<ProvisionedEnvironment>();
        for (State state : states) environments.add(environment(A, state));
        return environments;
    }

    @Test
    void allThatAreMissingAreStartedAtOnce() {
        var plan = Reconciler.plan(Map.of(A, 3, B, 2), ofA(State.IDLE));

        assertThat(plan.start()).containsOnly(Map.entry(A, 2), Map.entry(B, 2));
        assertThat(plan.stop()).isEmpty();
    }

    @Test
    void aVersionOfWhichNoneIsMissingIsNotInThePlan() {
        var plan = Reconciler.plan(Map.of(A, 2), ofA(State.IDLE, State.IDLE));

        assertThat(plan.start()).isEmpty();
        assertThat(plan.stop()).isEmpty();
    }

    @Test
    void startingAndBusyOnesCountAndStoppingOnesDoNot() {
        var plan = Reconciler.plan(Map.of(A, 3), ofA(State.STARTING, State.BUSY, State.STOPPING));

        assertThat(plan.start()).containsOnly(Map.entry(A, 1));
        assertThat(plan.stop()).isEmpty();
    }

    @Test
    void theSurplusIsStoppedStartingOnesFirstThenIdleOnesTheLowestNumberFirst() {
        var actual = ofA(State.IDLE, State.STARTING, State.IDLE, State.STARTING);

        assertThat(Reconciler.plan(Map.of(A, 3), actual).stop()).containsExactly(2L);
        assertThat(Reconciler.plan(Map.of(A, 1), actual).stop()).containsExactly(2L, 4L, 1L);
    }

    @Test
    void aBusyOneIsNeverStoppedHoweverLargeTheSurplus() {
        var plan = Reconciler.plan(Map.of(A, 1), ofA(State.BUSY, State.IDLE, State.BUSY));

        assertThat(plan.stop()).containsExactly(2L);
        assertThat(plan.start()).isEmpty();
    }

    @Test
    void ofAVersionThatIsNotWantedAnyMoreAllAreStopped() {
        var actual = ofA(State.IDLE, State.STARTING, State.BUSY, State.STOPPING);

        assertThat(Reconciler.plan(Map.of(), actual).stop()).containsExactly(2L, 1L);
    }

    @Test
    void versionsAreComparedByDeployment() {
        var replaced = environment(version("a", "old", 128), State.IDLE);
        var same = environment(version("a", A.deployment(), 128), State.IDLE);

        var plan = Reconciler.plan(Map.of(A, 2), List.of(replaced, same));

        assertThat(plan.start()).containsOnly(Map.entry(A, 1));
        assertThat(plan.stop()).containsExactly(replaced.number());
    }

    @Test
    void carriedOutAPlanLeavesNothingToDo() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("plans from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Map<FunctionVersion, Integer> wanted = drawnWanted(random);
            List<ProvisionedEnvironment> actual = drawnEnvironments(random);

            List<ProvisionedEnvironment> after = carriedOut(Reconciler.plan(wanted, actual), actual);

            assertThat(Reconciler.plan(wanted, after))
                    .as("of %s with %s", wanted, actual)
                    .isEqualTo(new Reconciler.Plan(Map.of(), List.of()));
        }
    }

    private static Map<FunctionVersion, Integer> drawnWanted(Random random) {
        var wanted = new HashMap<FunctionVersion, Integer>();
        for (String name : List.of("a", "b", "c"))
            if (random.nextBoolean()) wanted.put(version(name), random.nextInt(5));
        return wanted;
    }

    private List<ProvisionedEnvironment> drawnEnvironments(Random random) {
        var environments = new ArrayList<ProvisionedEnvironment>();
        for (int i = random.nextInt(12); i > 0; i--) {
            State state = State.values()[random.nextInt(State.values().length)];
            environments.add(environment(version(List.of("a", "b", "c").get(random.nextInt(3))), state));
        }
        return environments;
    }

    private List<ProvisionedEnvironment> carriedOut(Reconciler.Plan plan, List<ProvisionedEnvironment> actual) {
        var after = new ArrayList<ProvisionedEnvironment>();
        for (ProvisionedEnvironment environment : actual) {
            boolean isStopped = plan.stop().contains(environment.number());
            assertThat(isStopped && environment.state() == State.BUSY).isFalse();
            after.add(isStopped ? environment.become(State.STOPPING) : environment);
        }
        plan.start().forEach((version, count) -> {
            for (int i = 0; i < count; i++) after.add(environment(version, State.STARTING));
        });
        return after;
    }
}

package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.FunctionVersion;
import minifaas.scaling.ProvisionedEnvironment.State;
import org.junit.jupiter.api.Tag;

/** 8.5: what is wanted, what is there, and what to do about the difference. */
@Tag("F44")
class PlanProvisionedEnvironmentsTest {
    private final Random random = Seed.random("8.5");
    private final Given given = new Given(random);
    private final FunctionVersion version = given.version();
    private final List<ProvisionedEnvironment> there = new ArrayList<>();
    private long number = random.nextInt(100);

    @Checks(
            exercise = "8.5",
            points = 2,
            order = 1,
            hint = "Several are missing, and nobody says when you will be asked again. How many do you start?")
    void allThatAreMissingAreStartedAtOnce() {
        int wanted = 2 + random.nextInt(10);
        FunctionVersion other = given.version();
        add(other, State.IDLE);
        assertThat(Reconciler.plan(Map.of(version, wanted, other, 1), there))
                .as(
                        "%d are wanted and none is there, so %d are started; of the other version none is missing",
                        wanted, wanted)
                .isEqualTo(new Reconciler.Plan(Map.of(version, wanted), List.of()));
    }

    @Checks(
            exercise = "8.5",
            points = 3,
            order = 2,
            hint = "Your last plan is being carried out, and you are asked for the next. What is still missing?")
    void aPlanThatIsBeingCarriedOutLeavesNothingToDo() {
        for (State state : List.of(State.STARTING, State.IDLE, State.BUSY))
            for (int left = 1 + random.nextInt(4); left > 0; left--) add(version, state);
        assertThat(Reconciler.plan(Map.of(version, there.size()), there))
                .as("as many are starting, idle or busy as are wanted, so nothing is to be done")
                .isEqualTo(new Reconciler.Plan(Map.of(), List.of()));
    }

    @Checks(exercise = "8.5", points = 1, order = 3, hint = "An environment is on its way out. Will it serve anybody?")
    void whatIsStoppingIsNotThereAnyMore() {
        add(version, State.STOPPING);
        assertThat(Reconciler.plan(Map.of(version, 1), there))
                .as("one is wanted, and the only one that is there is being ended")
                .isEqualTo(new Reconciler.Plan(Map.of(version, 1), List.of()));
    }

    @Checks(
            exercise = "8.5",
            points = 2,
            order = 4,
            hint =
                    "There are too many. Which has nobody waited for, which would be missed least, and which comes first among equals?")
    void ofTooManyThoseThatStartAreStoppedFirstAndThenTheOldest() {
        List<Long> leaving = new ArrayList<>();
        int idle = 2 + random.nextInt(4);
        int oldest = 1 + random.nextInt(idle - 1);
        for (int i = 0; i < idle; i++) {
            long added = add(version, State.IDLE);
            if (i < oldest) leaving.add(added);
        }
        for (int left = 1 + random.nextInt(3); left > 0; left--) leaving.add(add(version, State.STARTING));
        var plan = Reconciler.plan(Map.of(version, idle - oldest), there);
        assertThat(plan.stop())
                .as("%d are too many: all that start are stopped, and %d that are idle", leaving.size(), oldest)
                .containsExactlyInAnyOrderElementsOf(leaving);
        assertThat(plan.start()).as("there are enough, so none is started").isEmpty();

        there.clear();
        List<Long> starting = new ArrayList<>();
        for (int left = 2 + random.nextInt(3); left > 0; left--) starting.add(add(version, State.STARTING));
        add(version, State.IDLE);
        int surplus = 1 + random.nextInt(starting.size() - 1);
        Collections.reverse(there);
        assertThat(Reconciler.plan(Map.of(version, there.size() - surplus), there)
                        .stop())
                .as(
                        "starting: %d, too many: %d; of those that start, the ones with the lowest numbers are stopped",
                        starting.size(), surplus)
                .containsExactlyInAnyOrderElementsOf(starting.subList(0, surplus));
    }

    @Checks(
            exercise = "8.5",
            points = 2,
            order = 5,
            hint = "There are too many, and somebody waits for an answer from most of them. Whom do you stop?")
    void whatIsBusyIsNeverStopped() {
        for (int left = 2 + random.nextInt(4); left > 0; left--) add(version, State.BUSY);
        long idle = add(version, State.IDLE);
        assertThat(Reconciler.plan(Map.of(version, 1), there).stop())
                .as("all but one are too many, but only one of them has nothing to do")
                .containsExactly(idle);
    }

    @Checks(
            exercise = "8.5",
            points = 2,
            order = 6,
            hint = "The owner has given up a version. Who still asks for its environments?")
    void whatNobodyWantsAnyMoreIsStopped() {
        long forgotten = add(given.version(), State.IDLE);
        long zero = add(version, State.IDLE);
        var plan = Reconciler.plan(Map.of(version, 0), there);
        assertThat(plan.stop())
                .as("one version is not wanted any more, and of the other none: both lose what they have")
                .containsExactlyInAnyOrder(forgotten, zero);
        assertThat(plan.start()).as("nothing is wanted, so nothing is started").isEmpty();
    }

    @Checks(
            exercise = "8.5",
            points = 2,
            order = 7,
            hint = "The function has been updated since. Which code would the next caller meet?")
    void environmentsOfReplacedCodeAreReplaced() {
        FunctionVersion updated = given.updated(version);
        long old = add(version, State.IDLE);
        assertThat(Reconciler.plan(Map.of(updated, 1), there))
                .as("what is there was made from another deployment: it is stopped, and a new one is started")
                .isEqualTo(new Reconciler.Plan(Map.of(updated, 1), List.of(old)));
    }

    private long add(FunctionVersion version, State state) {
        there.add(new ProvisionedEnvironment(++number, version, state));
        return number;
    }
}

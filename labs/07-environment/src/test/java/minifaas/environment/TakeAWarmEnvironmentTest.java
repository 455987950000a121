package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.environment.PooledEnvironment.State;
import minifaas.function.FunctionVersion;

/** 7.1: which environment serves the next invocation. */
class TakeAWarmEnvironmentTest {
    private final Random random = Seed.random("7.1");
    private final Given given = new Given(random);
    private final Inventory inventory = given.inventory();
    private final FunctionVersion version = given.version();

    @Checks(
            exercise = "7.1",
            points = 2,
            order = 1,
            hint = "From the moment an environment is taken, somebody works in it. Which state says so?")
    void anEnvironmentThatIsTakenIsBusy() {
        PooledEnvironment idle = Given.idle(inventory, version, random.nextInt(1000));
        Optional<PooledEnvironment> taken = inventory.takeWarm(version);
        assertThat(taken.map(PooledEnvironment::number))
                .as("an idle environment of this version is there, so the call gets it and needs no cold start")
                .contains(idle.number());
        assertThat(taken.get().state())
                .as("the environment that was taken is busy")
                .isEqualTo(State.BUSY);
        assertThat(inventory.find(idle.number()).map(PooledEnvironment::state))
                .as("the inventory, too, knows from now on that it is busy")
                .contains(State.BUSY);
    }

    @Checks(
            exercise = "7.1",
            points = 2,
            order = 2,
            hint =
                    "If the one that waited longest is always next, none ever stays unused. Which would you let grow old?")
    void theMostRecentlyUsedOneIsTakenSoThatTheOthersCanGrowOld() {
        int count = 2 + random.nextInt(5);
        long newest = 0;
        for (int i = 0; i < count; i++)
            newest = Given.idle(inventory, version, i).number();
        assertThat(inventory.takeWarm(version).map(PooledEnvironment::number))
                .as("of %d idle environments, the one that was used last is used again", count)
                .contains(newest);
    }

    @Checks(
            exercise = "7.1",
            points = 3,
            order = 3,
            hint = "Two calls come at the same time. What keeps the second one out of the first one's environment?")
    void oneEnvironmentServesOneInvocationAtATime() {
        Given.idle(inventory, version, random.nextInt(1000));
        inventory.takeWarm(version);
        assertThat(inventory.takeWarm(version))
                .as("the only environment is in use, so a second call finds none that is warm")
                .isEmpty();
        assertThat(inventory.idle())
                .as("an environment that is in use is not idle")
                .isEmpty();
    }

    @Checks(
            exercise = "7.1",
            points = 2,
            order = 4,
            hint = "Two functions can be made from the same archive. Would you mix their variables and their /tmp?")
    void anEnvironmentNeverServesAnotherFunction() {
        Given.idle(inventory, given.twinOf(version), random.nextInt(1000));
        assertThat(inventory.takeWarm(version))
                .as("the idle environment belongs to another function, which happens to have the same code")
                .isEmpty();
    }

    @Checks(
            exercise = "7.1",
            points = 2,
            order = 5,
            hint =
                    "The function was updated a second ago. What would a call get from an environment of the day before?")
    void anEnvironmentOfReplacedCodeIsNotTaken() {
        Given.idle(inventory, version, random.nextInt(1000));
        assertThat(inventory.takeWarm(given.updated(version)))
                .as("the idle environment was made from code that has been replaced since")
                .isEmpty();
    }

    @Checks(
            exercise = "7.1",
            points = 1,
            order = 6,
            hint = "Most warm environments are frozen by the time the next call comes. Does yours find them?")
    void aFrozenEnvironmentIsWarmToo() {
        long frozen = Given.idle(inventory, version, random.nextInt(1000)).number();
        inventory.freeze(frozen);
        assertThat(inventory.takeWarm(version).map(PooledEnvironment::number))
                .as("a frozen environment only has to be thawed, so it is taken")
                .contains(frozen);
    }
}

package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 7.4: which environments give way when memory is short. */
class MakeRoomTest {
    private static final int MIB = Given.MIB;

    private final Random random = Seed.random("7.4");
    private final Given given = new Given(random);

    @Checks(
            exercise = "7.4",
            points = 1,
            order = 1,
            hint = "Look at what is free before you send anybody away. Where does your count of free memory begin?")
    void nobodyLeavesWhileThereIsRoom() {
        var inventory = new Inventory(4 * MIB);
        Given.idle(inventory, given.version(), 1);
        Given.idle(inventory, given.version(), 2);
        assertThat(numbers(inventory.toMakeRoomFor(2 * MIB)))
                .as("2 of 4 environments' memory is free and no more is needed, so every warm one stays")
                .isEmpty();
    }

    @Checks(
            exercise = "7.4",
            points = 3,
            order = 2,
            hint = "Which idle environment is the least likely to be missed, and how many must go until it is enough?")
    void thoseThatWaitedLongestLeaveAndNoMoreThanNeeded() {
        int count = 3 + random.nextInt(5);
        var inventory = new Inventory(count * MIB);
        var oldest = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            long number = Given.idle(inventory, given.version(), i).number();
            if (i < 2) oldest.add(number);
        }
        assertThat(numbers(inventory.toMakeRoomFor(2 * MIB)))
                .as("the memory of two environments is needed: the two that have been idle longest give way")
                .containsExactlyElementsOf(oldest);
    }

    @Checks(
            exercise = "7.4",
            points = 2,
            order = 3,
            hint = "Whose work would you end to make room? Look at who may be asked to leave at all.")
    void anEnvironmentInUseIsNeverSentAway() {
        var inventory = new Inventory(2 * MIB);
        inventory.add(given.version());
        long idle = Given.idle(inventory, given.version(), 1).number();
        assertThat(numbers(inventory.toMakeRoomFor(MIB)))
                .as("one environment works and one is idle: only the idle one may go")
                .containsExactly(idle);
    }

    @Checks(
            exercise = "7.4",
            points = 2,
            order = 4,
            hint = "If even all idle environments together would not do, what is won by ending some of them?")
    void nobodyIsSentAwayInVain() {
        var inventory = new Inventory(3 * MIB);
        Given.idle(inventory, given.version(), 1);
        Given.idle(inventory, given.version(), 2);
        assertThat(numbers(inventory.toMakeRoomFor(4 * MIB)))
                .as("ending both idle environments would not make enough room, so both stay warm")
                .isEmpty();
    }

    @Checks(
            exercise = "7.4",
            points = 1,
            order = 5,
            hint = "Ending takes a moment. Did you count the memory that is about to come free?")
    void whatIsAlreadyStoppingWillSoonBeRoom() {
        var inventory = new Inventory(2 * MIB);
        inventory.stop(Given.idle(inventory, given.version(), 1).number());
        Given.idle(inventory, given.version(), 2);
        assertThat(numbers(inventory.toMakeRoomFor(MIB)))
                .as("an environment is being ended and will leave enough room, so nobody else has to go")
                .isEmpty();
    }

    private static List<Long> numbers(List<PooledEnvironment> environments) {
        return environments.stream().map(PooledEnvironment::number).toList();
    }
}

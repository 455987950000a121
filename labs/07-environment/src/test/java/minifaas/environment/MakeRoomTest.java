package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 7.4: which environments give way when memory is short. */
class MakeRoomTest {
    private final Random random = Seed.random("7.4");
    private final Given given = new Given(random);
    private final int each = given.memoryMiB();

    @Checks(
            exercise = "7.4",
            points = 1,
            order = 1,
            hint = "Look at what is free before you send anybody away. Where does your count of free memory begin?")
    void nobodyLeavesWhileThereIsRoom() {
        int free = 1 + random.nextInt(4);
        int idle = free + random.nextInt(4);
        var inventory = new Inventory((idle + free) * each);
        addIdle(inventory, idle);
        assertThat(numbers(inventory.toMakeRoomFor(free * each)))
                .as("the memory of %d environments is free and no more is needed, so every warm one stays", free)
                .isEmpty();
    }

    @Checks(
            exercise = "7.4",
            points = 3,
            order = 2,
            hint = "Which idle environment is the least likely to be missed, and how many must go until it is enough?")
    void thoseThatWaitedLongestLeaveAndNoMoreThanNeeded() {
        int count = 3 + random.nextInt(5);
        int needed = 1 + random.nextInt(count - 1);
        var inventory = new Inventory(count * each);
        List<Long> oldest = addIdle(inventory, count).subList(0, needed);
        assertThat(numbers(inventory.toMakeRoomFor(needed * each)))
                .as("the memory of %d environments is needed: those that have been idle longest give way", needed)
                .containsExactlyElementsOf(oldest);
    }

    @Checks(
            exercise = "7.4",
            points = 2,
            order = 3,
            hint = "Whose work would you end to make room? Look at who may be asked to leave at all.")
    void anEnvironmentInUseIsNeverSentAway() {
        int working = 1 + random.nextInt(4);
        var inventory = new Inventory((working + 1) * each);
        for (int i = 0; i < working; i++) inventory.add(given.version());
        long idle = Given.idle(inventory, given.version(), 1).number();
        assertThat(numbers(inventory.toMakeRoomFor(each)))
                .as("of %d environments all but one work: only the idle one may go", working + 1)
                .containsExactly(idle);
    }

    @Checks(
            exercise = "7.4",
            points = 2,
            order = 4,
            hint = "If even all idle environments together would not do, what is won by ending some of them?")
    void nobodyIsSentAwayInVain() {
        int idle = 1 + random.nextInt(4);
        int free = random.nextInt(3);
        var inventory = new Inventory((idle + free) * each);
        addIdle(inventory, idle);
        assertThat(numbers(inventory.toMakeRoomFor((idle + free + 1) * each)))
                .as("ending all idle environments would not make enough room, so they all stay warm")
                .isEmpty();
    }

    @Checks(
            exercise = "7.4",
            points = 1,
            order = 5,
            hint = "Ending takes a moment. Did you count the memory that is about to come free?")
    void whatIsAlreadyStoppingWillSoonBeRoom() {
        int stopping = 1 + random.nextInt(3);
        int count = 2 * stopping + random.nextInt(3);
        var inventory = new Inventory(count * each);
        for (long number : addIdle(inventory, count).subList(0, stopping)) inventory.stop(number);
        assertThat(numbers(inventory.toMakeRoomFor(stopping * each)))
                .as("environments are being ended and will leave enough room, so nobody else has to go")
                .isEmpty();
    }

    /** Adds so many idle environments; their numbers, the longest idle first. */
    private List<Long> addIdle(Inventory inventory, int count) {
        var numbers = new ArrayList<Long>();
        for (int i = 0; i < count; i++)
            numbers.add(Given.idle(inventory, given.version(), i).number());
        return numbers;
    }

    private static List<Long> numbers(List<PooledEnvironment> environments) {
        return environments.stream().map(PooledEnvironment::number).toList();
    }
}

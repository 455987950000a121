package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** 6.5: the REPORT line, from which bills and metrics are made. */
class ReportWhatItCostTest {
    private static final long MIB = 1024 * 1024;

    private final Random random = Seed.random("6.5");
    private final Invocation invocation = Given.invocation(random);
    private final Outcome answered = new Outcome.Succeeded(Given.payload(random));
    private final Duration duration = Duration.ofMillis(1 + random.nextInt(10_000));
    private final int usedMiB = 1 + random.nextInt(10_000);

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 1,
            hint = "Programs read this line: which character stands after each field, and what ends the line?")
    void theLineIsWrittenAsAwsWritesIt() {
        long millis = random.nextInt(10_000);
        int hundredths = 51 + random.nextInt(49);
        assertThat(report(answered, millis(millis, hundredths), Optional.empty(), usedMiB * MIB))
                .as("a REPORT line has its fields in this order, each ended by a tab")
                .isEqualTo("REPORT RequestId: " + invocation.requestId()
                        + "\tDuration: " + millis + "." + hundredths
                        + " ms\tBilled Duration: " + (millis + 1)
                        + " ms\tMemory Size: " + invocation.version().settings().memorySizeMiB()
                        + " MB\tMax Memory Used: " + usedMiB + " MB\t\n");
    }

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 2,
            hint = "What is begun is paid: how many milliseconds are 12.000001 ms, and how many exactly 12 ms?")
    void everyMillisecondThatBeganIsBilled() {
        long millis = 1 + random.nextInt(10_000);
        assertThat(report(answered, Duration.ofMillis(millis).plusNanos(1), Optional.empty(), usedMiB * MIB))
                .as("%d ms and a nanosecond are billed as one millisecond more", millis)
                .contains("\tBilled Duration: " + (millis + 1) + " ms\t");
        assertThat(report(answered, Duration.ofMillis(millis), Optional.empty(), usedMiB * MIB))
                .as("%d ms to the point are billed as they are", millis)
                .contains("\tBilled Duration: " + millis + " ms\t");
    }

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 3,
            hint = "Since August 2025 initialisation is billed as well. Do you round once, or twice?")
    void aColdStartShowsItsInitialisationAndIsBilledForIt() {
        long millis = random.nextInt(10_000);
        long initMillis = 1 + random.nextInt(10_000);
        int hundredths = 26 + random.nextInt(24);
        Duration init = millis(initMillis, hundredths);
        String line = report(answered, millis(millis, hundredths), Optional.of(init), usedMiB * MIB);
        assertThat(line)
                .as("a cold start says how long initialisation took")
                .contains("\tInit Duration: " + initMillis + "." + hundredths + " ms\t");
        assertThat(line)
                .as(
                        "%d.%d ms and %d.%d ms of initialisation are together more than %d ms and no more than one above",
                        millis, hundredths, initMillis, hundredths, millis + initMillis)
                .contains("\tBilled Duration: " + (millis + initMillis + 1) + " ms\t");
    }

    @Checks(
            exercise = "6.5",
            points = 1,
            order = 4,
            hint = "A function that used 35 MB and one byte did not fit into 35 MB. Which number is safe to show?")
    void memoryIsShownInMegabytesThatWereBegun() {
        assertThat(report(answered, duration, Optional.empty(), usedMiB * MIB + 1))
                .as("one byte over %d MB is shown as %d MB", usedMiB, usedMiB + 1)
                .contains("\tMax Memory Used: " + (usedMiB + 1) + " MB");
    }

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 5,
            hint = "The status tells what became of the environment. After which ends is it still there?")
    void theLineSaysWhenTheEnvironmentWasLost() {
        for (Outcome fine : new Outcome[] {answered, Given.error(random, Outcome.Kind.REPORTED)})
            assertThat(report(fine, duration, Optional.empty(), usedMiB * MIB))
                    .as("the environment is still there after %s, so the line has no status", fine)
                    .doesNotContain("Status");
        assertThat(report(Given.error(random, Outcome.Kind.TIMEOUT), duration, Optional.empty(), usedMiB * MIB))
                .as("a timeout is a status of its own")
                .endsWith("\tStatus: timeout\t\n");
        for (Outcome.Kind kind : new Outcome.Kind[] {Outcome.Kind.INIT, Outcome.Kind.EXIT})
            assertThat(report(Given.error(random, kind), duration, Optional.empty(), usedMiB * MIB))
                    .as("an environment that ended with %s has the status error", kind)
                    .endsWith("\tStatus: error\t\n");
    }

    private static Duration millis(long millis, int hundredths) {
        return Duration.ofMillis(millis).plusNanos(hundredths * 10_000L);
    }

    private String report(Outcome outcome, Duration duration, Optional<Duration> init, long peakMemoryBytes) {
        return ReportLines.report(new InvocationListener.Report(invocation, outcome, duration, init, peakMemoryBytes));
    }
}

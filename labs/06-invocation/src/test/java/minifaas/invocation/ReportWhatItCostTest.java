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
    private static final Outcome ANSWERED = new Outcome.Succeeded(Given.bytes("42"));

    private final Random random = Seed.random("6.5");
    private final Invocation invocation = Given.invocation(random);

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 1,
            hint = "Programs read this line: which character stands after each field, and what ends the line?")
    void theLineIsWrittenAsAwsWritesIt() {
        assertThat(report(ANSWERED, Duration.ofNanos(12_600_000), Optional.empty(), 35 * MIB))
                .as("a REPORT line has its fields in this order, each ended by a tab")
                .isEqualTo(
                        "REPORT RequestId: " + invocation.requestId()
                                + "\tDuration: 12.60 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 35 MB\t\n");
    }

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 2,
            hint = "What is begun is paid: how many milliseconds are 12.000001 ms, and how many exactly 12 ms?")
    void everyMillisecondThatBeganIsBilled() {
        long millis = 1 + random.nextInt(10_000);
        assertThat(report(ANSWERED, Duration.ofMillis(millis).plusNanos(1), Optional.empty(), MIB))
                .as("%d ms and a nanosecond are billed as one millisecond more", millis)
                .contains("\tBilled Duration: " + (millis + 1) + " ms\t");
        assertThat(report(ANSWERED, Duration.ofMillis(millis), Optional.empty(), MIB))
                .as("%d ms to the point are billed as they are", millis)
                .contains("\tBilled Duration: " + millis + " ms\t");
    }

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 3,
            hint = "Since August 2025 initialisation is billed as well. Do you round once, or twice?")
    void aColdStartShowsItsInitialisationAndIsBilledForIt() {
        String line =
                report(ANSWERED, Duration.ofNanos(10_400_000), Optional.of(Duration.ofNanos(90_400_000)), 35 * MIB);
        assertThat(line).as("a cold start says how long initialisation took").contains("\tInit Duration: 90.40 ms\t");
        assertThat(line)
                .as("10.4 ms and 90.4 ms of initialisation are 100.8 ms, which is billed as 101 ms")
                .contains("\tBilled Duration: 101 ms\t");
    }

    @Checks(
            exercise = "6.5",
            points = 1,
            order = 4,
            hint = "A function that used 35 MB and one byte did not fit into 35 MB. Which number is safe to show?")
    void memoryIsShownInMegabytesThatWereBegun() {
        assertThat(report(ANSWERED, Duration.ofMillis(12), Optional.empty(), 35 * MIB + 1))
                .as("one byte over 35 MB is shown as 36 MB")
                .contains("\tMax Memory Used: 36 MB");
    }

    @Checks(
            exercise = "6.5",
            points = 2,
            order = 5,
            hint = "The status tells what became of the environment. After which ends is it still there?")
    void theLineSaysWhenTheEnvironmentWasLost() {
        for (Outcome fine : new Outcome[] {ANSWERED, Given.error(Outcome.Kind.REPORTED)})
            assertThat(report(fine, Duration.ofMillis(12), Optional.empty(), MIB))
                    .as("the environment is still there after %s, so the line has no status", fine)
                    .doesNotContain("Status");
        assertThat(report(Given.error(Outcome.Kind.TIMEOUT), Duration.ofSeconds(3), Optional.empty(), MIB))
                .as("a timeout is a status of its own")
                .endsWith("\tStatus: timeout\t\n");
        assertThat(report(Given.error(Outcome.Kind.EXIT), Duration.ofMillis(12), Optional.empty(), MIB))
                .as("an environment whose process ended has the status error")
                .endsWith("\tStatus: error\t\n");
    }

    private String report(Outcome outcome, Duration duration, Optional<Duration> init, long peakMemoryBytes) {
        return ReportLines.report(new InvocationListener.Report(invocation, outcome, duration, init, peakMemoryBytes));
    }
}

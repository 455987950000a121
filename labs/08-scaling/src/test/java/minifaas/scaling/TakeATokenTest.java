package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import org.junit.jupiter.api.Tag;

/** 8.4: how fast a function may scale. */
@Tag("F28")
class TakeATokenTest {
    private final Random random = Seed.random("8.4");
    private final int capacity = 3 + random.nextInt(8);
    private final long perToken = 100 + random.nextInt(1_000_000);
    private final long start = random.nextInt(1_000_000);

    @Checks(
            exercise = "8.4",
            points = 2,
            order = 1,
            hint = "A full bucket has so many tokens and no more. What does taking one do to it?",
            why = "the first step, without which no other test says anything")
    void aFullBucketAllowsABurstAndThenNothing() {
        var bucket = full(start);
        assertThat(taken(bucket, start, capacity))
                .as("a full bucket has %d tokens, which can all be taken at once", capacity)
                .isEqualTo(capacity);
        assertThat(bucket.take(start)).as("the bucket is empty").isFalse();
    }

    @Checks(
            exercise = "8.4",
            points = 3,
            order = 2,
            hint = "Half of the refill time has passed. How much is in the bucket?")
    void tokensComeBackEvenlyOverTheTime() {
        var bucket = empty(start);
        int back = 2 + random.nextInt(capacity - 2);
        assertThat(taken(bucket, start + back * perToken, capacity))
                .as("of %d tokens, %d come back in the time for %d", capacity, back, back)
                .isEqualTo(back);
    }

    @Checks(exercise = "8.4", points = 2, order = 3, hint = "A token has come back in part. Can that be taken?")
    void aTokenCanBeTakenWhenAllOfItHasComeBack() {
        long early = 1 + random.nextInt((int) perToken / 3);
        assertThat(empty(start).take(start + perToken - early))
                .as("a token takes %d ns to come back, and %d ns are missing", perToken, early)
                .isFalse();
    }

    @Checks(
            exercise = "8.4",
            points = 3,
            order = 4,
            hint = "Somebody asks again and again, and each time too early. Does that change when the token is back?")
    void askingTooEarlyNeitherDelaysATokenNorBringsIt() {
        var bucket = empty(start);
        for (int percent = 10; percent < 50; percent += 5)
            assertThat(bucket.take(start + perToken * percent / 100))
                    .as("%d %% of a token have come back, and no more, however often somebody has asked", percent)
                    .isFalse();
        // a nanosecond more, for whoever counts in fractions of a token, whose sum is not exact
        assertThat(bucket.take(start + perToken + 1))
                .as("the rest has come back since the last question")
                .isTrue();
        bucket.take(start + perToken + perToken / 4);
        assertThat(bucket.take(start + 2 * perToken + 1))
                .as("two tokens come back in the time for two, however often somebody asked")
                .isTrue();
    }

    @Checks(
            exercise = "8.4",
            points = 2,
            order = 5,
            hint = "Nobody came all night. How large may the burst be in the morning?")
    void whatIsNotTakenIsNotSavedBeyondTheCapacity() {
        var bucket = full(start);
        long morning = start + Duration.ofHours(1 + random.nextInt(24)).toNanos();
        assertThat(taken(bucket, morning, 2 * capacity))
                .as("the bucket was full all the time, and more than %d do not go in", capacity)
                .isEqualTo(capacity);
    }

    @Checks(
            exercise = "8.4",
            points = 1,
            order = 6,
            hint = "A reading of nanos() can overflow. Which arithmetic on two readings is always right?")
    void onlyTheDifferenceOfTwoReadingsCounts() {
        long last = Long.MAX_VALUE - random.nextInt((int) perToken);
        assertThat(empty(last).take(last + perToken))
                .as("the time for a token has passed, although the later reading is a negative number")
                .isTrue();
    }

    private TokenBucket full(long nowNanos) {
        return new TokenBucket(capacity, Duration.ofNanos(capacity * perToken), nowNanos);
    }

    private TokenBucket empty(long nowNanos) {
        TokenBucket bucket = full(nowNanos);
        taken(bucket, nowNanos, capacity);
        return bucket;
    }

    /** How many of so many attempts to take a token succeed. */
    private static int taken(TokenBucket bucket, long nowNanos, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) if (bucket.take(nowNanos)) taken++;
        return taken;
    }
}

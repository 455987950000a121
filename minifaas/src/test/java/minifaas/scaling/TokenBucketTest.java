package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Duration REFILL = Duration.ofSeconds(10);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static int takeAll(TokenBucket bucket, long now) {
        int taken = 0;
        while (bucket.take(now)) taken++;
        return taken;
    }

    @Test
    void itIsFullAtFirst() {
        assertThat(takeAll(new TokenBucket(1000, REFILL, 0), 0)).isEqualTo(1000);
    }

    @Test
    void tokensComeBackEvenly() {
        var bucket = new TokenBucket(10, REFILL, 0);
        takeAll(bucket, 0);

        assertThat(bucket.take(SECOND - 1)).isFalse();
        assertThat(bucket.take(SECOND)).isTrue();
        assertThat(bucket.take(SECOND)).isFalse();
        assertThat(takeAll(bucket, 6 * SECOND)).isEqualTo(5);
    }

    @Test
    void whoAsksTooEarlyLosesNothing() {
        var bucket = new TokenBucket(10, REFILL, 0);
        takeAll(bucket, 0);

        for (long now = 0; now < SECOND; now += SECOND / 7)
            assertThat(bucket.take(now)).isFalse();

        assertThat(bucket.take(SECOND)).isTrue();
    }

    @Test
    void whatIsNotTakenIsNotSavedUp() {
        var bucket = new TokenBucket(10, REFILL, 0);

        assertThat(takeAll(bucket, 3600 * SECOND)).isEqualTo(10);
        assertThat(takeAll(bucket, 7200 * SECOND)).isEqualTo(10);
        assertThat(bucket.take(7200 * SECOND + SECOND / 2)).isFalse();
    }

    @Test
    void onlyDifferencesOfReadingsMeanSomething() {
        long start = Long.MAX_VALUE - SECOND / 2; // the next readings are negative
        var bucket = new TokenBucket(10, REFILL, start);
        assertThat(takeAll(bucket, start)).isEqualTo(10);

        assertThat(bucket.take(start + SECOND - 1)).isFalse();
        assertThat(bucket.take(start + SECOND)).isTrue();
    }

    @Test
    void overAnyTimeItGivesNoMoreThanItsCapacityAndWhatCameBack() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("TokenBucketTest -Dseed=" + seed);
        var random = new Random(seed);
        int capacity = 1 + random.nextInt(50);
        long now = random.nextLong();
        long start = now;
        var bucket = new TokenBucket(capacity, REFILL, now);
        long taken = 0;
        for (int i = 0; i < 5000; i++) {
            now += random.nextInt(400_000_000);
            if (bucket.take(now)) taken++;
            assertThat(taken).isLessThanOrEqualTo(capacity + (now - start) / (REFILL.toNanos() / capacity));
        }
    }

    @Test
    void lookingTakesNothing() {
        var bucket = new TokenBucket(1, Duration.ofSeconds(1), 0);

        for (int look = 0; look < 3; look++) assertThat(bucket.has(0)).isTrue();
        assertThat(bucket.take(0)).isTrue();
        for (int look = 0; look < 3; look++) assertThat(bucket.has(999_999_999)).isFalse();
        assertThat(bucket.take(1_000_000_000)).isTrue();
    }
}

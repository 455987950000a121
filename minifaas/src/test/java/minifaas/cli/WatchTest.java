package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Look LOOK = new Look(Map.of(Look.State.BUSY, 2), 3, 4, 5, 6);

    @Test
    void aLineBeginsWithTheTimeInSecondsAtAFullMinuteToo() {
        assertThat(Watch.line(LOOK, ZonedDateTime.parse("2026-11-22T00:46:00.7Z")))
                .isEqualTo("00:46:00 " + LOOK.line());
        assertThat(Watch.line(LOOK, ZonedDateTime.parse("2026-11-22T13:05:09Z")))
                .startsWith("13:05:09 ");
    }
}

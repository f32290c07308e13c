package org.pizzaorders.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|120",
                " 7 |7",
                "0|0",
                "864000|3600",
                "Sat, 28 Nov 2026 12:02:00 GMT|120",
                "Saturday, 28-Nov-26 12:02:00 GMT|120",
                "Sat Nov 28 12:02:00 2026|120",
                "Sat, 28 Nov 2026 11:00:00 GMT|0",
                "Mon, 28 Dec 2026 12:00:00 GMT|3600",
                "-1|0",
                "1.5|0",
                "soon|0",
                "99999999999999999999|0",
                "Sat, 31 Feb 2026 12:00:00 GMT|0",
            })
    void readsSecondsAndDatesUpToALimit(String retryAfter, long seconds) {
        assertThat(RetryAfter.of(retryAfter, null, NOW, HOUR)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDateIsReadByTheClockOfItsSender() {
        var fastByADay = "Sun, 29 Nov 2026 12:00:00 GMT";

        assertThat(RetryAfter.of("Sun, 29 Nov 2026 12:00:30 GMT", fastByADay, NOW, HOUR))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.of("Sat, 28 Nov 2026 12:00:30 GMT", "what", NOW, HOUR))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.of(null, fastByADay, NOW, HOUR)).isZero();
    }
}

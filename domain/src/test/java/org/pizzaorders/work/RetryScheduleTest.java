package org.pizzaorders.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(Duration.ofMillis(100), Duration.ofSeconds(10), 2);

    @Test
    void growsWithEachAttemptWithinItsJitter() {
        var random = new Random(1);

        for (var attempts = 1; attempts <= 6; attempts++) {
            var exact = 100 * Math.pow(2, attempts - 1.0);
            assertThat(schedule.delay(attempts, random).toMillis())
                    .isBetween(Math.round(exact * 0.8), Math.round(exact * 1.2));
        }
    }

    @Test
    void neverExceedsItsCapHoweverManyAttempts() {
        var random = new Random(2);

        for (var attempts : new int[] {8, 100, 2_000, Integer.MAX_VALUE}) {
            assertThat(schedule.delay(attempts, random)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySchedule(Duration.ZERO, Duration.ofSeconds(1), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySchedule(Duration.ofSeconds(2), Duration.ofSeconds(1), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySchedule(Duration.ofNanos(1), Duration.ofSeconds(1), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(Long.MAX_VALUE), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), Double.NaN));
    }
}

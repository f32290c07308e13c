package org.pizzaorders.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.pizzaorders.environment.SteadyClock;

class IntervalTest {

    /** System.nanoTime may begin anywhere, and pass its greatest number. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final Interval interval = new Interval(Duration.ofSeconds(15), new SteadyClock(nanos::get));

    @Test
    void hasPassedAtFirstAndThenEachTimeThatLongAfterwards() {
        assertThat(interval.hasPassed()).isTrue();
        assertThat(interval.hasPassed()).isFalse();

        pass(Duration.ofMillis(14_999));
        assertThat(interval.hasPassed()).isFalse();
        pass(Duration.ofMillis(1));

        assertThat(interval.hasPassed()).isTrue();
        assertThat(interval.hasPassed()).isFalse();
    }

    @Test
    void isNotCaughtUpOnAfterALongPause() {
        interval.hasPassed();

        pass(Duration.ofHours(1));

        assertThat(interval.hasPassed()).isTrue();
        assertThat(interval.hasPassed()).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

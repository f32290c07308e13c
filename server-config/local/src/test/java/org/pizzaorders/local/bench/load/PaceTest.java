package org.pizzaorders.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void requestsAreDueAtEvenDistances() {
        Pace pace = new Pace(200);
        long first = pace.await(() -> false);

        long third = first + Duration.ofMillis(10).toNanos();
        pace.await(() -> false);

        assertThat(pace.await(() -> false)).isEqualTo(third);
        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(third);
    }

    @Test
    void aRequestThatStartsLateWasDueEarlier() {
        Pace pace = new Pace(1_000_000);
        long first = pace.await(() -> false);
        while (System.nanoTime() < first + 5_000_000) {
            Thread.onSpinWait();
        }

        assertThat(pace.await(() -> false)).isEqualTo(first + 1_000);
    }

    @Test
    void aRequestThatNobodyWantsAnyMoreIsNotWaitedFor() {
        Pace pace = new Pace(0.01);
        long first = pace.await(() -> true);

        long second = pace.await(() -> true);

        assertThat(second).isEqualTo(first + Duration.ofSeconds(100).toNanos());
        assertThat(System.nanoTime()).isLessThan(second);
    }

    @Test
    void withoutARateARequestIsDueNow() {
        long before = System.nanoTime();

        assertThat(new Pace(0).await(() -> false)).isBetween(before, System.nanoTime());
    }
}

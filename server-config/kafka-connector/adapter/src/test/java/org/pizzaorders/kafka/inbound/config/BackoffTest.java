package org.pizzaorders.kafka.inbound.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 2);

    @Test
    void growsExponentiallyUpToTheCap() {
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.after(4, 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(backoff.after(5, 0)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void staysAtTheCapHoweverManyFailures() {
        assertThat(backoff.after(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesOffAFifthAtMostByChance() {
        assertThat(backoff.after(2, 0.5)).isEqualTo(Duration.ofMillis(1800));
        assertThat(backoff.after(2, 0.999)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(1601));
    }
}

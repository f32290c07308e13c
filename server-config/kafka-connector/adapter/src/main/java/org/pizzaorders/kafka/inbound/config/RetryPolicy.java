package org.pizzaorders.kafka.inbound.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a record may hold its partition: {@code maxAttempts} attempts with the backoff's waits between them. With
 * the defaults (5; 1 s doubling) that is 15 s of waiting, plus at most one transaction time-out for each attempt.
 * Infrastructure failures use the same backoff without a limit.
 *
 * @param maxHold how long infrastructure failures may hold a record while other partitions get through; null: for ever
 */
public record RetryPolicy(int maxAttempts, Backoff backoff, Duration maxHold) {

    public RetryPolicy {
        requireNonNull(backoff, "backoff");
    }

    public boolean holdsNoLongerThan(Duration held) {
        return maxHold != null && held.compareTo(maxHold) >= 0;
    }
}

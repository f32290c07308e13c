package org.pizzaorders.kafka.inbound.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a record may hold its partition: {@code maxAttempts} attempts with the backoff's waits between them. With the
 * defaults (5; 1 s doubling) that is 15 s of waiting, and the attempts' own time of at most the transaction's time-out
 * each. Infrastructure failures wait by the same backoff, without end.
 *
 * @param maxHold for so long a failure of the infrastructure may hold a record while other partitions get through; null:
 *     for ever
 */
public record RetryPolicy(int maxAttempts, Backoff backoff, Duration maxHold) {

    public RetryPolicy {
        requireNonNull(backoff, "backoff");
    }

    public boolean holdsNoLongerThan(Duration held) {
        return maxHold != null && held.compareTo(maxHold) >= 0;
    }
}

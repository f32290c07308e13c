package org.pizzaorders.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again: exponential backoff with a cap and full-range jitter of 20 percent, so that work which failed
 * together is not retried together.
 *
 * @param initial before the second attempt
 * @param cap the longest delay, without jitter
 * @param multiplier at least 1
 */
public record RetrySchedule(Duration initial, Duration cap, double multiplier) {

    private static final double JITTER = 0.2;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    public RetrySchedule {
        if (initial.compareTo(SHORTEST) < 0
                || cap.compareTo(initial) < 0
                || cap.compareTo(LONGEST) > 0
                || !(multiplier >= 1)) {
            throw new IllegalArgumentException(
                    "A retry schedule needs 1 ms <= initial <= cap <= 365 days and a multiplier of 1 or more");
        }
    }

    /**
     * The delay after this number of failed attempts.
     *
     * @param attempts failed attempts so far, at least 1
     */
    public Duration delay(int attempts, RandomGenerator random) {
        var exact = Math.min(initial.toMillis() * Math.pow(multiplier, attempts - 1.0), cap.toMillis());
        return Duration.ofMillis(Math.round(exact * (1 + JITTER * (2 * random.nextDouble() - 1))));
    }
}

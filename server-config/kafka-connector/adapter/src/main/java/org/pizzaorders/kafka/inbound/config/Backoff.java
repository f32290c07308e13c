package org.pizzaorders.kafka.inbound.config;

import java.time.Duration;

/** The wait before a batch is delivered again: exponential, capped, and randomly reduced by up to a fifth. */
public record Backoff(Duration initial, Duration max, double multiplier) {

    private static final double JITTER = 0.2;

    /**
     * @param failures how often the batch has failed, from 1
     * @param chance in [0,1)
     */
    public Duration after(int failures, double chance) {
        double exact = initial.toMillis() * Math.pow(multiplier, failures - 1.0);
        double capped = Math.min(exact, max.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - JITTER * chance)));
    }
}

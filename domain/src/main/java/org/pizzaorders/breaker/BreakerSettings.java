package org.pizzaorders.breaker;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * When breakers open and close.
 *
 * @param failureRate {@code pizza.breaker.failure-rate}: percent of failed calls at which it opens
 * @param window {@code pizza.breaker.window}: how many of the last calls count
 * @param minimumCalls {@code pizza.breaker.minimum-calls}: with fewer calls it stays closed
 * @param openFor {@code pizza.breaker.wait}: how long it stays open before the first trial call
 * @param trialCalls {@code pizza.breaker.trial-calls}: how many trial calls decide whether it closes
 */
public record BreakerSettings(int failureRate, int window, int minimumCalls, Duration openFor, int trialCalls) {

    public BreakerSettings {
        if (failureRate < 1 || failureRate > 100 || minimumCalls < 1 || window < minimumCalls || trialCalls < 1) {
            throw new IllegalArgumentException("A breaker needs a failure rate of 1 to 100 percent, a window of at"
                    + " least minimum-calls calls, and one trial call or more");
        }
        if (openFor.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("pizza.breaker.wait must be positive");
        }
    }

    static BreakerSettings configured() {
        var config = ConfigProvider.getConfig();
        return new BreakerSettings(
                integer(config, "pizza.breaker.failure-rate", 50),
                integer(config, "pizza.breaker.window", 20),
                integer(config, "pizza.breaker.minimum-calls", 5),
                config.getOptionalValue("pizza.breaker.wait", Duration.class).orElse(Duration.ofSeconds(10)),
                integer(config, "pizza.breaker.trial-calls", 3));
    }

    private static int integer(Config config, String key, int otherwise) {
        return config.getOptionalValue(key, Integer.class).orElse(otherwise);
    }
}

package org.pizzaorders.payment.control;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.pizzaorders.messaging.RetrySchedule;

/**
 * What administrators can set about payments.
 *
 * @param retry between the attempts on a payment, and on a refund without an answer
 * @param refusedRefunds between the attempts on a refund that the provider refuses
 * @param maxAttempts after so many a payment is withdrawn from the provider, and failed if it was not charged
 * @param timeLimit the same, after so long since the customer wished to pay
 * @param lease how long a claimed row is left to its claimer; longer than three calls, one after the other, can
 *     take
 * @param concurrency calls of the provider at a time, for charges and for refunds each
 */
public record PaymentSettings(
        Provider provider,
        RetrySchedule retry,
        RetrySchedule refusedRefunds,
        int maxAttempts,
        Duration timeLimit,
        Duration lease,
        int concurrency) {

    /**
     * Where the provider is and how long it may take.
     *
     * @param key secret; empty if none is configured
     */
    public record Provider(String url, Optional<String> key, Duration connectTimeout, Duration readTimeout) {

        @Override
        public String toString() {
            return "Provider[url=" + url + "]";
        }
    }

    static PaymentSettings of(Config config) {
        var settings = new Reader(config);
        return new PaymentSettings(
                new Provider(
                        settings.text("pizza.payment.provider.url").orElse("https://api.stripe.com"),
                        settings.text("pizza.payment.provider.key"),
                        settings.duration("pizza.payment.provider.connect-timeout", "PT2S"),
                        settings.duration("pizza.payment.provider.read-timeout", "PT10S")),
                new RetrySchedule(
                        settings.duration("pizza.payment.retry.initial", "PT0.3S"),
                        settings.duration("pizza.payment.retry.cap", "PT1M"),
                        2),
                new RetrySchedule(
                        settings.duration("pizza.payment.refused-refund.initial", "PT1M"),
                        settings.duration("pizza.payment.refused-refund.cap", "PT6H"),
                        2),
                settings.integer("pizza.payment.max-attempts", 10),
                settings.duration("pizza.payment.time-limit", "PT10M"),
                settings.duration("pizza.payment.lease", "PT1M"),
                settings.integer("pizza.payment.concurrency", 16));
    }

    private record Reader(Config config) {

        Optional<String> text(String key) {
            return config.getOptionalValue(key, String.class);
        }

        Duration duration(String key, String otherwise) {
            return config.getOptionalValue(key, Duration.class).orElse(Duration.parse(otherwise));
        }

        int integer(String key, int otherwise) {
            return config.getOptionalValue(key, Integer.class).orElse(otherwise);
        }
    }
}

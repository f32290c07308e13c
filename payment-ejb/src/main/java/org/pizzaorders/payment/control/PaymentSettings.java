package org.pizzaorders.payment.control;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.pizzaorders.payment.provider.ProviderSettings;
import org.pizzaorders.work.RetrySchedule;

/**
 * What administrators can set about payments.
 *
 * @param retry between the attempts on a payment, and on a refund without an answer
 * @param refused between the attempts on what the provider refuses: a refund, or to know a payment
 * @param pendingRefunds between the looks at a refund that the provider has not made yet
 * @param refundWatch for so long a refund that was made is looked at again, as it may fail
 * @param maxPayments of one order
 * @param maxAttempts after so many a payment is withdrawn from the provider, and failed if it was not charged
 * @param timeLimit the same, after so long since the customer wished to pay
 * @param concurrency calls of the provider at a time, for charges and for refunds each
 */
public record PaymentSettings(
        ProviderSettings provider,
        RetrySchedule retry,
        RetrySchedule refused,
        RetrySchedule pendingRefunds,
        Duration refundWatch,
        int maxPayments,
        int maxAttempts,
        Duration timeLimit,
        int concurrency) {

    /** To open, to confirm, and to ask what became of it; or to see what was taken, what went back, and to give back. */
    private static final int CALLS_OF_ONE_CLAIM = 3;

    /** For the short transactions around the calls. */
    private static final Duration RECORDING = Duration.ofSeconds(5);

    /**
     * How long a claimed row is left to its claimer: no shorter than its calls may take, as a second claimer would ask
     * the same in vain, and no longer, as a row whose claimer died waits for it. A call that outlives it all the same
     * charges nobody twice; the provider sees to that, by the keys of the calls.
     */
    public Duration lease() {
        return provider.longestCall().multipliedBy(CALLS_OF_ONE_CLAIM).plus(RECORDING);
    }

    static PaymentSettings of(Config config) {
        var settings = new Reader(config);
        return new PaymentSettings(
                new ProviderSettings(
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
                new RetrySchedule(
                        settings.duration("pizza.payment.pending-refund.initial", "PT5S"),
                        settings.duration("pizza.payment.pending-refund.cap", "PT1H"),
                        2),
                settings.duration("pizza.payment.refund-watch", "P30D"),
                settings.integer("pizza.payment.max-per-order", 10),
                settings.integer("pizza.payment.max-attempts", 10),
                settings.duration("pizza.payment.time-limit", "PT10M"),
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

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
 * @param refused between the attempts on a refused refund or on a payment that the provider does not know
 * @param pendingRefunds between the checks of a refund that is pending at the provider
 * @param refundWatch how long a successful refund is checked again, because it may still fail
 * @param maxPayments of one order
 * @param maxAttempts after this number a payment is withdrawn at the provider, and fails if it was not charged
 * @param timeLimit the same, this long after the customer asked to pay
 * @param concurrency simultaneous calls to the provider, for charges and for refunds each
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

    /** A charge opens, confirms and queries; a refund reads the charge, lists its refunds and refunds. */
    private static final int CALLS_OF_ONE_CLAIM = 3;

    /** For the short transactions around the calls. */
    private static final Duration RECORDING = Duration.ofSeconds(5);

    /**
     * The lease of a claimed row. It is as long as the calls may take: if it were shorter, a second claimer would
     * repeat the calls, and if it were longer, the row of a dead claimer would wait too long. A call that outlives the
     * lease still charges nobody twice, because the provider recognises its idempotency key.
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

package org.pizzaorders.payment.control;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.work.Expiry;

/**
 * How long the provider's answers to single calls are kept. Payments and refunds themselves stay, because they are
 * business records.
 */
final class PaymentExpiries {

    private PaymentExpiries() {}

    /** Attempts are numbered, so those of an unsettled payment stay. */
    static List<Expiry> all() {
        return List.of(new Expiry(
                "payments.payment_attempts",
                "at",
                "exists (select 1 from payments.payments p where p.id = t.payment_id"
                        + " and p.status not in ('PENDING', 'PROCESSING'))",
                "pizza.payment.attempts-retention",
                Duration.ofDays(180)));
    }
}

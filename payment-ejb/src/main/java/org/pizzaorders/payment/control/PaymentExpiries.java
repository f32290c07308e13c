package org.pizzaorders.payment.control;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.work.Expiry;

/** How long is kept what the provider answered to each call. Payments and refunds themselves stay: they are accounts. */
final class PaymentExpiries {

    private PaymentExpiries() {}

    /** Attempts are numbered, so those of a payment that goes on stay. */
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

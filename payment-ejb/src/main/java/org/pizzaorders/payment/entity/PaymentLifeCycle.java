package org.pizzaorders.payment.entity;

import static org.pizzaorders.payment.api.PaymentStatus.CANCELLED;
import static org.pizzaorders.payment.api.PaymentStatus.COMPLETED;
import static org.pizzaorders.payment.api.PaymentStatus.FAILED;
import static org.pizzaorders.payment.api.PaymentStatus.PENDING;
import static org.pizzaorders.payment.api.PaymentStatus.PROCESSING;
import static org.pizzaorders.payment.api.PaymentStatus.REFUNDED;

import java.util.Map;
import java.util.Set;
import org.pizzaorders.payment.api.PaymentStatus;

/**
 * Which status may follow which. A cash payment goes from {@code PENDING} to {@code COMPLETED} without an attempt.
 * {@code PROCESSING} goes back to {@code PENDING} while the provider does not know the payment. A refunded payment is
 * {@code COMPLETED} again if the refund fails at the provider later.
 */
final class PaymentLifeCycle {

    private static final Map<PaymentStatus, Set<PaymentStatus>> STEPS = Map.of(
            PENDING, Set.of(PROCESSING, COMPLETED, FAILED, CANCELLED),
            PROCESSING, Set.of(PENDING, COMPLETED, FAILED, CANCELLED),
            COMPLETED, Set.of(REFUNDED),
            FAILED, Set.of(),
            CANCELLED, Set.of(),
            REFUNDED, Set.of(COMPLETED));

    private PaymentLifeCycle() {}

    static boolean allows(PaymentStatus from, PaymentStatus to) {
        return STEPS.get(from).contains(to);
    }
}

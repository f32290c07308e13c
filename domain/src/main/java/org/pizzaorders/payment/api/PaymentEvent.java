package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainEvent;

/**
 * The events that payments publish on {@code payment-events}. The key is the order, so that its events stay in
 * sequence.
 */
public sealed interface PaymentEvent extends DomainEvent
        permits PaymentCompleted, PaymentFailed, PaymentExpired, PaymentRefunded {

    UUID paymentId();

    UUID orderId();

    @Override
    default String aggregateId() {
        return paymentId().toString();
    }

    @Override
    default String partitionKey() {
        return orderId().toString();
    }
}

package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainEvent;

/** What payments tell on {@code payment-events}; keyed by the order, so that an order's payments stay in order. */
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

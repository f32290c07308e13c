package org.pizzaorders.order.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainEvent;

/** The events that orders publish on {@code order-events}. */
public sealed interface OrderEvent extends DomainEvent
        permits OrderCreated,
                OrderOverdue,
                OrderPaid,
                OrderConfirmed,
                OrderPreparing,
                OrderReady,
                OrderDelivered,
                OrderCancelled {

    UUID orderId();

    @Override
    default String aggregateId() {
        return orderId().toString();
    }
}

package org.pizzaorders.order.api;

import java.util.UUID;

/**
 * The time to pay the order is over. This event asks payments, because only they know what was paid: they answer with
 * {@code PaymentExpired}, or the money is already coming.
 */
public record OrderOverdue(UUID orderId) implements OrderEvent {}

package org.pizzaorders.order.api;

import java.util.UUID;

/**
 * The order waited for its money as long as it may. A question to payments, who alone know what was paid: they answer
 * with {@code PaymentExpired}, or the money is on its way.
 */
public record OrderOverdue(UUID orderId) implements OrderEvent {}

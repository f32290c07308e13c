package org.pizzaorders.order.api;

import java.util.UUID;

/** The pizzeria has taken the order on. */
public record OrderConfirmed(UUID orderId) implements OrderEvent {}

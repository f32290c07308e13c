package org.pizzaorders.order.api;

import java.util.UUID;

/** The pizzeria has accepted the order. */
public record OrderConfirmed(UUID orderId) implements OrderEvent {}

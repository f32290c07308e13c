package org.pizzaorders.order.api;

import java.util.UUID;

/** The kitchen is at it. */
public record OrderPreparing(UUID orderId) implements OrderEvent {}

package org.pizzaorders.order.api;

import java.util.UUID;

/** The kitchen is preparing the order. */
public record OrderPreparing(UUID orderId) implements OrderEvent {}

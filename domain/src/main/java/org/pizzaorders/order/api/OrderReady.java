package org.pizzaorders.order.api;

import java.util.UUID;

/** The box is closed and waits for the courier. */
public record OrderReady(UUID orderId) implements OrderEvent {}

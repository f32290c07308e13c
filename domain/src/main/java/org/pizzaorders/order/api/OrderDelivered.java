package org.pizzaorders.order.api;

import java.util.UUID;

/** The box has arrived. */
public record OrderDelivered(UUID orderId) implements OrderEvent {}

package org.pizzaorders.order.api;

import java.util.UUID;

/** The order is paid for. */
public record OrderPaid(UUID orderId) implements OrderEvent {}

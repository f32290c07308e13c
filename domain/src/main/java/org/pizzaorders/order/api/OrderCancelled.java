package org.pizzaorders.order.api;

import java.util.UUID;

/**
 * The order will not be delivered; what was paid goes back.
 *
 * @param reason null if none was given
 */
public record OrderCancelled(UUID orderId, String reason) implements OrderEvent {}

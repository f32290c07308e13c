package org.pizzaorders.order.api;

import java.util.UUID;

/**
 * The order will not be delivered, and the money goes back.
 *
 * @param reason written by the person who cancelled it, or {@link #PAYMENT_TIME_LIMIT}; null if none was given
 */
public record OrderCancelled(UUID orderId, String reason) implements OrderEvent {

    /** Nobody paid it in time. */
    public static final String PAYMENT_TIME_LIMIT = "payment_time_limit";
}

package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * The order's time to be paid is over: nothing of it was charged, and nothing will be. The answer to {@code
 * OrderOverdue}.
 *
 * @param paymentId the order's last payment
 */
public record PaymentExpired(UUID paymentId, UUID orderId) implements PaymentEvent {}

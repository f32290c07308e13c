package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * The time to pay the order is over: nothing was charged and nothing will be. This is the answer to {@code
 * OrderOverdue}. It is also sent if the provider does not say for too long whether it charged. If it did charge, the
 * money is refunded, because the order is cancelled.
 *
 * @param paymentId the order's last payment
 */
public record PaymentExpired(UUID paymentId, UUID orderId) implements PaymentEvent {}

package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * The order's time to be paid is over, and it gets no money: nothing was charged, and nothing will be. The answer to
 * {@code OrderOverdue}. If the provider leaves open for too long what it charged, that is answered too: what turns out to
 * be charged is given back, as the order is cancelled.
 *
 * @param paymentId the order's last payment
 */
public record PaymentExpired(UUID paymentId, UUID orderId) implements PaymentEvent {}

package org.pizzaorders.payment.control;

import java.util.UUID;

/**
 * @param refundId also the idempotency key
 * @param reference the provider's id of the charge
 * @param amount in minor units of the charge's currency
 */
public record RefundRequest(UUID refundId, UUID paymentId, String reference, long amount) {}

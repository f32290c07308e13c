package org.pizzaorders.payment.control;

/**
 * Whoever moves the money. Calls block for as long as the time-outs allow, so they are made outside any transaction.
 * Calls under one idempotency key move money at most once, and once settled are answered alike for ever. Any thread.
 */
public interface PaymentProvider {

    /** Charges under the payment's id as idempotency key. Whatever goes wrong is in the result, not thrown. */
    ChargeResult charge(ChargeRequest request);

    /** Refunds under the refund's id as idempotency key. Whatever goes wrong is in the result, not thrown. */
    RefundResult refund(RefundRequest request);
}

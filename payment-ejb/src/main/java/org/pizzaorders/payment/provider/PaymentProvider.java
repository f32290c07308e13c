package org.pizzaorders.payment.provider;

/**
 * The external payment provider. Calls may block until their time-outs, so make them outside any transaction. The state
 * of a payment can be queried at any time by its reference. Thread-safe.
 */
public interface PaymentProvider {

    /** Takes the step that the request names. Failures are in the result, not thrown. */
    ChargeResult charge(ChargeRequest request);

    /** Refunds a whole charge. Repeated calls refund it only once. Failures are in the result. */
    RefundResult refund(RefundRequest request);
}

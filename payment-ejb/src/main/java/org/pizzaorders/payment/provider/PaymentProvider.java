package org.pizzaorders.payment.provider;

/**
 * Whoever moves the money. Calls block for as long as the time-outs allow, so they are made outside any transaction.
 * What the provider made of a payment can be asked for at any time, by the reference that it gave. Any thread.
 */
public interface PaymentProvider {

    /** Takes the step that the request names. Whatever goes wrong is in the result, not thrown. */
    ChargeResult charge(ChargeRequest request);

    /** Gives the whole of a charge back, once however often it is asked to. What goes wrong is in the result. */
    RefundResult refund(RefundRequest request);
}

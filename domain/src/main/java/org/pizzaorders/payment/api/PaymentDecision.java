package org.pizzaorders.payment.api;

/** What an operator found out about a payment that the provider does not know or cannot refund. */
public enum PaymentDecision {
    /** The card was charged: the payment is completed; if the order is cancelled, it is refunded. */
    CHARGED,
    /** The card was not charged: the payment has failed, and the order can be paid again. */
    NOT_CHARGED,
    /** The customer got the money back in another way, such as by a transfer. */
    REFUNDED
}

package org.pizzaorders.payment.api;

/** What an operator has found out about a payment that the provider says nothing of, or cannot give back. */
public enum PaymentDecision {
    /** The card was charged: the payment is completed; of a cancelled order it goes back. */
    CHARGED,
    /** The card was not charged: the payment has failed, and the order can be paid again. */
    NOT_CHARGED,
    /** The customer has the money back another way, such as by a transfer. */
    REFUNDED
}

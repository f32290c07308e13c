package org.pizzaorders.payment.control;

import java.util.UUID;
import org.pizzaorders.shared.Money;

/**
 * The next step of charging a card.
 *
 * @param paymentId also the idempotency key of the opening
 * @param token the card, as the provider calls it. Secret: in no log
 * @param reference the provider's id of the payment; null until it is opened
 * @param attempt which call this is, from 1
 */
public record ChargeRequest(
        Step step, UUID paymentId, UUID orderId, Money total, String token, String reference, int attempt) {

    /** What is to be done at the provider. Only {@code CONFIRM} and {@code RESUME} move money, at most once in all. */
    public enum Step {
        /** Have the provider make the payment, without charging it. Done twice, nothing is charged twice. */
        OPEN,
        /** Charge what was opened just now. */
        CONFIRM,
        /** Somebody may have charged it: ask what became of it, and charge it if nothing did. */
        RESUME,
        /** Put it beyond charging, unless it is charged already. */
        WITHDRAW
    }

    @Override
    public String toString() {
        return "ChargeRequest[" + step + ", paymentId=" + paymentId + ", orderId=" + orderId + "]";
    }
}

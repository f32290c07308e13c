package org.pizzaorders.payment.control;

import java.util.UUID;
import org.pizzaorders.shared.Money;

/**
 * The next step of charging a card.
 *
 * @param token the card, as the provider calls it. Secret: in no log
 * @param reference the provider's id of the payment; null until it is opened
 * @param attempt which call this is, from 1; one whose caller died is not counted
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

    /**
     * The provider repeats what it answered under a key, failures too: after an answer that settled nothing, another
     * one. Two keys may open two intents, of which nobody confirms any but the one whose reference is committed.
     */
    String openingKey() {
        return attempt == 1 ? paymentId.toString() : paymentId + "-" + attempt;
    }

    @Override
    public String toString() {
        return "ChargeRequest[" + step + ", paymentId=" + paymentId + ", orderId=" + orderId + "]";
    }
}

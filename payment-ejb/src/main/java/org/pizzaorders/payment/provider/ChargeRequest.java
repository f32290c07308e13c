package org.pizzaorders.payment.provider;

import java.time.Instant;
import java.util.UUID;
import org.pizzaorders.shared.Money;

/**
 * The next step of charging a card.
 *
 * @param token the card, as the provider calls it. Secret: in no log
 * @param reference the provider's id of the payment; null until it is opened
 * @param attempt which call this is, from 1; one whose caller died is not counted
 * @param opening number of the key to open it under, from 1
 * @param since when the customer wished to pay
 */
public record ChargeRequest(
        Step step,
        UUID paymentId,
        UUID orderId,
        Money total,
        String token,
        String reference,
        int attempt,
        int opening,
        Instant since) {

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
     * The same until there is an answer, as a call that nobody heard of may have used up the card's token. Another one
     * once the provider repeats a failure under it. Two keys may open two intents, of which nobody confirms any but the
     * one whose reference is committed.
     */
    public String openingKey() {
        return opening == 1 ? paymentId.toString() : paymentId + "-" + opening;
    }

    @Override
    public String toString() {
        return "ChargeRequest[" + step + ", paymentId=" + paymentId + ", orderId=" + orderId + "]";
    }
}

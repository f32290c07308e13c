package org.pizzaorders.payment.provider;

import java.time.Instant;
import java.util.UUID;
import org.pizzaorders.shared.Money;

/**
 * The next step of charging a card.
 *
 * @param token the provider's token of the card. Secret: never log it
 * @param reference the provider's id of the payment; null until it is opened
 * @param attempt number of this call, from 1; calls whose caller died are not counted
 * @param opening number of the idempotency key for opening it, from 1
 * @param when the customer asked to pay
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

    /** The step to take at the provider. Only {@code CONFIRM} and {@code RESUME} move money, at most once in all. */
    public enum Step {
        /** Make the payment at the provider without charging it. Repeating this step charges nothing. */
        OPEN,
        /** Charge the payment that was just opened. */
        CONFIRM,
        /** An earlier call may have charged it: ask for the state, and charge it only if it is not charged yet. */
        RESUME,
        /** Cancel it at the provider, unless it is charged already. */
        WITHDRAW
    }

    /**
     * The key stays the same until there is an answer, because a call whose answer was lost may have used up the card's
     * token. It changes when the provider only repeats an old failure. Two keys may open two intents, but only the one
     * whose reference is committed is ever confirmed.
     */
    public String openingKey() {
        return opening == 1 ? paymentId.toString() : paymentId + "-" + opening;
    }

    @Override
    public String toString() {
        return "ChargeRequest[" + step + ", paymentId=" + paymentId + ", orderId=" + orderId + "]";
    }
}

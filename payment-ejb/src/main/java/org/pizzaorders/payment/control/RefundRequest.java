package org.pizzaorders.payment.control;

import java.util.UUID;

/**
 * @param reference the provider's id of the charge
 * @param amount the whole of it, in minor units of its currency
 * @param attempt which call this is, from 1; one whose caller died is not counted
 */
public record RefundRequest(UUID refundId, UUID paymentId, String reference, long amount, int attempt) {

    /**
     * The provider repeats what it answered under a key, failures too: after an answer that settled nothing, another
     * one. Two keys give nothing back twice, as no more goes back than was charged.
     */
    String idempotencyKey() {
        return attempt == 1 ? refundId.toString() : refundId + "-" + attempt;
    }

    /** Whether an earlier call may have given the money back. */
    boolean isRepeated() {
        return attempt > 1;
    }
}

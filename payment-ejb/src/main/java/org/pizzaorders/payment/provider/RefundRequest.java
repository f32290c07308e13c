package org.pizzaorders.payment.provider;

import java.util.Optional;
import java.util.UUID;

/**
 * To give back what is left of a charge, or to see whether it has gone back.
 *
 * @param reference the provider's id of the charge
 * @param attempt which call this is, from 1; one whose caller died is not counted
 * @param made the provider's id of the refund that it has of an earlier call; empty if it has none
 * @param watched whether all had gone back, so that nothing is to be given back now
 */
public record RefundRequest(
        UUID refundId, UUID paymentId, String reference, int attempt, Optional<String> made, boolean watched) {

    /**
     * The provider repeats what it answered under a key, failures too: after an answer that settled nothing, another
     * one. Two keys give nothing back twice, as no more goes back than is left.
     */
    public String idempotencyKey() {
        return attempt == 1 ? refundId.toString() : refundId + "-" + attempt;
    }
}

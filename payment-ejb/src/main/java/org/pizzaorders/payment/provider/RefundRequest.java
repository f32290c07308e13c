package org.pizzaorders.payment.provider;

import java.util.Optional;
import java.util.UUID;

/**
 * A request to refund the rest of a charge, or to check whether it has been refunded.
 *
 * @param reference the provider's id of the charge
 * @param attempt number of this call, from 1; calls whose caller died are not counted
 * @param made the provider's id of the refund from an earlier call; empty if there is none
 * @param watched true if everything was refunded before, and this call only checks that
 */
public record RefundRequest(
        UUID refundId, UUID paymentId, String reference, int attempt, Optional<String> made, boolean watched) {

    /**
     * The provider repeats its answer for the same key, also a failure. So after an answer that settled nothing, the
     * key changes. Two keys cannot refund twice, because the provider never refunds more than the rest.
     */
    public String idempotencyKey() {
        return attempt == 1 ? refundId.toString() : refundId + "-" + attempt;
    }
}

package org.pizzaorders.payment.control;

import java.util.UUID;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;

/** A claimed payment, and what came of the call to the provider. */
public record Answered(Claimed<ChargeRequest> claimed, ChargeResult result) {

    UUID paymentId() {
        return claimed.id();
    }
}

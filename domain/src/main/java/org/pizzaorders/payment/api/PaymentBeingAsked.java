package org.pizzaorders.payment.api;

import java.time.Duration;
import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/**
 * The provider is being asked about the payment or its refund at this moment, so an operator cannot decide yet: the
 * answer could contradict the decision.
 */
public class PaymentBeingAsked extends DomainException {

    /** @param rest until the call is over at the latest */
    public PaymentBeingAsked(UUID id, Duration rest) {
        super(
                Kind.IN_PROGRESS,
                "PAYMENT_BEING_ASKED",
                "The provider is being asked about payment " + id + " right now. Try again in " + (rest.toSeconds() + 1)
                        + " s at the latest, and look at the payment first.");
    }
}

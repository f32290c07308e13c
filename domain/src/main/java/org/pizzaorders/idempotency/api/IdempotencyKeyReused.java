package org.pizzaorders.idempotency.api;

import org.pizzaorders.shared.DomainException;

/** The key belongs to another request of the same caller. */
public class IdempotencyKeyReused extends DomainException {

    public IdempotencyKeyReused() {
        super(
                Kind.UNPROCESSABLE,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was used with another request. Take a new key for a new request.");
    }
}

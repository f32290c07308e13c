package org.pizzaorders.idempotency.api;

import org.pizzaorders.shared.DomainException;

/** A call with this key is still running. Repeat the call a little later to get its answer. */
public class IdempotencyKeyInUse extends DomainException {

    public IdempotencyKeyInUse() {
        super(
                Kind.IN_PROGRESS,
                "IDEMPOTENCY_KEY_IN_USE",
                "A request with this Idempotency-Key is being worked on. Repeat it shortly to get its answer.");
    }
}

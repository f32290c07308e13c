package org.pizzaorders.payment.api;

/** How one call of the provider ended. */
public enum AttemptOutcome {
    SUCCEEDED,
    /** The provider said no, for good. */
    DECLINED,
    /** No answer that settles it; will be tried again with the same idempotency key. */
    TRANSIENT_FAILURE
}

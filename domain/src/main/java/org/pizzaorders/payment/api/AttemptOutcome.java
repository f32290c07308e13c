package org.pizzaorders.payment.api;

/** How one call to the provider ended. */
public enum AttemptOutcome {
    SUCCEEDED,
    /** The provider said no, for good. */
    DECLINED,
    /** No final answer; the call is repeated with the same idempotency key. */
    TRANSIENT_FAILURE
}

package org.pizzaorders.idempotency.api;

import java.util.function.Supplier;

/**
 * Does a call once. Each service has a bean of its own, because the answer is kept where the effect is: both are
 * committed by one transaction, so that no crash parts them.
 */
public interface IdempotentCalls {

    /**
     * Does the call and keeps its answer, or gives the answer kept.
     *
     * @param work has the effect and makes the answer, on this thread and in this transaction. What it throws rolls
     *     everything back and arrives at the caller; nothing is kept then
     * @throws IdempotencyKeyReused if the key was used with another request
     * @throws IdempotencyKeyInUse if a call with the key is under way, on whichever instance
     */
    KeptAnswer answer(KeyedCall call, Supplier<KeptAnswer> work);
}

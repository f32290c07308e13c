package org.pizzaorders.idempotency.api;

import java.util.function.Supplier;

/**
 * Executes a call once. Each service has its own bean, because one transaction commits both the effect and the stored
 * answer. So a crash cannot separate them.
 */
public interface IdempotentCalls {

    /**
     * Executes the call and stores its answer, or returns the stored answer.
     *
     * @param work does the work and makes the answer, on this thread and in this transaction. Its exception rolls
     *     everything back and goes to the caller; then nothing is stored
     * @throws IdempotencyKeyReused if the key was used with another request
     * @throws IdempotencyKeyInUse if a call with the key is running on any instance
     */
    KeptAnswer answer(KeyedCall call, Supplier<KeptAnswer> work);
}

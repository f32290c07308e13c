package org.pizzaorders.idempotency.api;

import static java.util.Objects.requireNonNull;

/**
 * A call with a key.
 *
 * @param scope whose key it is: keys of different callers do not meet
 * @param operation method and path: a key means nothing to another operation
 * @param key as the client chose it
 * @param fingerprint hash of everything in the request that makes a difference to its effect or answer
 */
public record KeyedCall(String scope, String operation, String key, byte[] fingerprint) {

    public KeyedCall {
        requireNonNull(scope, "scope");
        requireNonNull(operation, "operation");
        requireNonNull(key, "key");
        requireNonNull(fingerprint, "fingerprint");
    }
}

package org.pizzaorders.idempotency.api;

import static java.util.Objects.requireNonNull;

/**
 * A call with a key.
 *
 * @param scope whose key it is: different callers may use the same key
 * @param operation method and path: the same key may be used for another operation
 * @param key chosen by the client
 * @param fingerprint hash of everything in the request that influences its effect or answer
 */
public record KeyedCall(String scope, String operation, String key, byte[] fingerprint) {

    public KeyedCall {
        requireNonNull(scope, "scope");
        requireNonNull(operation, "operation");
        requireNonNull(key, "key");
        requireNonNull(fingerprint, "fingerprint");
    }
}

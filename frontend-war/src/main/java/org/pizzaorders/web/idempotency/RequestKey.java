package org.pizzaorders.web.idempotency;

import org.pizzaorders.idempotency.api.KeyedCall;

/** The key of the current request, and its operation and fingerprint. */
record RequestKey(String operation, String key, byte[] fingerprint) {

    /** Of the request; the attribute of that name of the servlet's request is the same. */
    static final String PROPERTY = RequestKey.class.getName();

    KeyedCall of(String scope) {
        return new KeyedCall(scope, operation, key, fingerprint);
    }
}

package org.pizzaorders.payment.provider.stripe;

import com.stripe.net.RequestOptions;

/** Sends a key with a call, so that the provider does the same thing only once. */
final class IdempotencyKey {

    private IdempotencyKey() {}

    static RequestOptions of(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}

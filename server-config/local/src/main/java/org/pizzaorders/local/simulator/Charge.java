package org.pizzaorders.local.simulator;

import java.time.Instant;
import java.util.Map;

/** Money taken from a card; amounts in minor units. */
record Charge(
        String id,
        String paymentIntent,
        long amount,
        String currency,
        String token,
        String idempotencyKey,
        Map<String, String> metadata,
        Instant at) {

    static Charge of(String id, Intent intent, Instant at) {
        return new Charge(
                id,
                intent.id(),
                intent.amount(),
                intent.currency(),
                intent.token(),
                intent.idempotencyKey(),
                intent.metadata(),
                at);
    }
}

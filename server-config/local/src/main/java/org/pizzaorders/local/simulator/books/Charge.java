package org.pizzaorders.local.simulator.books;

import java.time.Instant;
import java.util.Map;

/** Money taken from a card; amounts in minor units. */
public record Charge(
        String id,
        String paymentIntent,
        long amount,
        String currency,
        String token,
        String idempotencyKey,
        Map<String, String> metadata,
        Instant at) {

    public static Charge of(String id, Intent intent, Instant at) {
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

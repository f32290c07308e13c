package org.pizzaorders.local.simulator;

import java.time.Instant;

/** Money given back for a charge; amounts in minor units. */
record Refund(String id, String paymentIntent, long amount, String currency, String idempotencyKey, Instant at) {}

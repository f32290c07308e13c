package org.pizzaorders.local.simulator.books;

/** The calls under one idempotency key. Outcome: the HTTP status that its calls get now, or {@code open}. */
record Attempts(String idempotencyKey, String token, int calls, String outcome) {

    static Attempts first(String key, String token) {
        return new Attempts(key, token, 1, "open");
    }

    Attempts again() {
        return new Attempts(idempotencyKey, token, calls + 1, outcome);
    }

    Attempts answered(int status) {
        return new Attempts(idempotencyKey, token, calls, Integer.toString(status));
    }
}

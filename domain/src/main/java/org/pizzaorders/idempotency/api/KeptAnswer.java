package org.pizzaorders.idempotency.api;

import static java.util.Objects.requireNonNull;

/**
 * An answer as it was sent, or will be sent.
 *
 * @param location address of what was made; null for none
 * @param entityTag as in the header {@code ETag}; null for none
 * @param body byte for byte
 * @param replayed whether it was sent before
 */
public record KeptAnswer(int status, String location, String entityTag, byte[] body, boolean replayed) {

    public KeptAnswer {
        requireNonNull(body, "body");
    }
}

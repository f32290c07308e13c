package org.pizzaorders.idempotency.api;

import static java.util.Objects.requireNonNull;

/**
 * An answer as it went out, or is about to.
 *
 * @param location address of what was made; null for none
 * @param entityTag as in the header {@code ETag}; null for none
 * @param body byte for byte
 * @param replayed whether it was given before
 */
public record KeptAnswer(int status, String location, String entityTag, byte[] body, boolean replayed) {

    public KeptAnswer {
        requireNonNull(body, "body");
    }
}

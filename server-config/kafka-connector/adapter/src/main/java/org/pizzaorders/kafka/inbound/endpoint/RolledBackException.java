package org.pizzaorders.kafka.inbound.endpoint;

/** The listener returned, but the container did not commit. */
final class RolledBackException extends RuntimeException {

    RolledBackException() {
        super("the transaction was rolled back", null, false, false);
    }
}

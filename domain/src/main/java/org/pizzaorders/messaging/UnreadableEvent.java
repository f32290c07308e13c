package org.pizzaorders.messaging;

/** A record that a consumer should know and cannot read. Trying again will not help. */
public class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String message) {
        super(message);
    }

    UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}

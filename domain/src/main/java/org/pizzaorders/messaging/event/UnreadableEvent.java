package org.pizzaorders.messaging.event;

/** A record that a consumer should know and cannot read. Trying again will not help. */
public class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}

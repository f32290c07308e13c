package org.pizzaorders.messaging.event;

/** A record that a consumer should know and cannot read. */
public class UnreadableEvent extends UnprocessableEvent {

    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}

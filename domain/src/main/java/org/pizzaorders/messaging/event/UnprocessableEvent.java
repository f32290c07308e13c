package org.pizzaorders.messaging.event;

/**
 * An event that no attempt of its consumer will get through: it cannot be read, or says what cannot be. It becomes a dead
 * letter at once. Not for what may be so only for now.
 */
public class UnprocessableEvent extends RuntimeException {

    /** @param message without anything of a person */
    public UnprocessableEvent(String message) {
        super(message);
    }

    UnprocessableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}

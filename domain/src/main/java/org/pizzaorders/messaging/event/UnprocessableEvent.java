package org.pizzaorders.messaging.event;

/**
 * An event that no attempt of its consumer can apply: it cannot be read, or its content cannot be true. It becomes a
 * dead letter at once. Do not use this for problems that may pass.
 */
public class UnprocessableEvent extends RuntimeException {

    /**
     * @param message without personal data
     */
    public UnprocessableEvent(String message) {
        super(message);
    }

    UnprocessableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}

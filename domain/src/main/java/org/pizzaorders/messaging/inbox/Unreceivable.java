package org.pizzaorders.messaging.inbox;

import jakarta.resource.ResourceException;

/** Tells the connector, by an error code that it knows, whose fault a failure is. */
public final class Unreceivable extends ResourceException {

    private Unreceivable(String message, String code, Throwable cause) {
        super(message, code);
        initCause(cause);
    }

    /** No attempt will help. */
    public static Unreceivable everByAnybody(RuntimeException cause) {
        return new Unreceivable(cause.getMessage(), "UNPROCESSABLE", cause);
    }

    /** The record is not to blame, and waits. */
    public static Unreceivable whileStopping(RuntimeException cause) {
        return new Unreceivable("The application is being stopped", "UNAVAILABLE", cause);
    }
}

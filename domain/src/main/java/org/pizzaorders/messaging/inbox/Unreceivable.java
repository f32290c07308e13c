package org.pizzaorders.messaging.inbox;

import jakarta.resource.ResourceException;

/** Tells the connector the cause of a failure by an error code that it knows. */
public final class Unreceivable extends ResourceException {

    private Unreceivable(String message, String code, Throwable cause) {
        super(message, code);
        initCause(cause);
    }

    /** The record is at fault: no attempt will help. */
    public static Unreceivable everByAnybody(RuntimeException cause) {
        return new Unreceivable(cause.getMessage(), "UNPROCESSABLE", cause);
    }

    /** The record is not at fault and waits. */
    public static Unreceivable whileStopping(RuntimeException cause) {
        return new Unreceivable("The application is being stopped", "UNAVAILABLE", cause);
    }
}

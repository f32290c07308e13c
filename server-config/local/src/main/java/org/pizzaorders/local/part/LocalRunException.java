package org.pizzaorders.local.part;

/** The local run cannot continue. The message is one line for the person at the terminal, and says what to do. */
public final class LocalRunException extends RuntimeException {

    public LocalRunException(String message) {
        super(message);
    }

    public LocalRunException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.pizzaorders.local.part;

/** The local run cannot go on; the message is one line for the person at the terminal and names the mend. */
public final class LocalRunException extends RuntimeException {

    public LocalRunException(String message) {
        super(message);
    }

    public LocalRunException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.pizzaorders.kafka.api;

/**
 * A listener throws this, also as a cause, if something that it needs is away and the record is not to blame. The
 * record is retried with capped backoff, without a limit (also beyond {@code maxHold}), and uses up no attempt. Failures
 * of the database, of the transaction manager and of most network connections are recognised without it.
 */
public class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.pizzaorders.kafka.api;

/**
 * Thrown by a listener, or found among the causes of what it throws: something that is needed is away, and the record is
 * not to blame. It is delivered again with capped backoff for as long as it takes, and spends no attempt. Failures of the
 * database, the transaction manager and the network are recognized without it.
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

package org.pizzaorders.kafka.api;

/**
 * A listener throws this, also as a cause, if it can never process the record. The record becomes a dead letter without
 * further attempts. If it came in a batch, the batch is first delivered again record by record, to find the guilty one.
 * The container may log the message, so it must not contain anything of the record.
 */
public class UnprocessableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnprocessableRecordException(String message) {
        super(message);
    }

    public UnprocessableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}

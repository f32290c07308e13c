package org.pizzaorders.kafka.api;

/**
 * Thrown by a listener, or found among the causes of what it throws: this record will never work. It is dead-lettered
 * without further attempts. Where it came in a batch, the batch is first delivered again record by record, so that the
 * guilty one is known. The container may log the message: nothing of the record's content belongs in it.
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

package org.pizzaorders.kafka.inbound.failure;

import org.pizzaorders.kafka.api.UnavailableException;

/** A dead letter was not published. Its message is the connector's own and quotes no record, so it may be shown. */
public final class NotPublishedException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    public NotPublishedException(String reason) {
        super("dead letter not published" + reason);
    }
}

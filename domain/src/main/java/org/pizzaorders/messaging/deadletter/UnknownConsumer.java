package org.pizzaorders.messaging.deadletter;

/**
 * This version of the service does not have the consumer of a dead letter, because it was renamed or belongs to another
 * version. Nobody has applied the event, so the dead letter stays open.
 */
public final class UnknownConsumer extends RuntimeException {

    public UnknownConsumer(String consumer) {
        super("There is no consumer " + consumer + " here");
    }
}

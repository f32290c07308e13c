package org.pizzaorders.messaging.deadletter;

/**
 * A dead letter is for a consumer that this version of the service does not have: one that was renamed, or is of another
 * version. Nobody has applied it, so it stays open.
 */
public final class UnknownConsumer extends RuntimeException {

    public UnknownConsumer(String consumer) {
        super("There is no consumer " + consumer + " here");
    }
}

package org.pizzaorders.web.ops.consumer;

import org.pizzaorders.shared.DomainException;

/** This server instance has no consumer with that id. */
final class ConsumerNotFound extends DomainException {

    ConsumerNotFound(String id) {
        super(Kind.NOT_FOUND, "CONSUMER_NOT_FOUND", "There is no consumer " + id + " on this server.");
    }
}

package org.pizzaorders.messaging.outbox;

/** The result of sending one event. */
public sealed interface PublishResult {

    /** The topic has it. */
    record Published() implements PublishResult {}

    /**
     * The topic may have it or not.
     *
     * @param retriable false if this very event will never be accepted
     */
    record NotPublished(String reason, boolean retriable) implements PublishResult {}
}

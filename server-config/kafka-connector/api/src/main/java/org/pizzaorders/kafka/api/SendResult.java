package org.pizzaorders.kafka.api;

/** The result of sending one record. */
public sealed interface SendResult {

    /** The brokers have it, on all in-sync replicas. */
    record Acknowledged(int partition, long offset) implements SendResult {}

    /**
     * It was not confirmed; it may or may not be on the topic.
     *
     * @param reason what went wrong, without the record's contents
     * @param retriable false if the same record will never be accepted (too large, invalid topic)
     */
    record Failed(String reason, boolean retriable) implements SendResult {}
}

package org.pizzaorders.kafka.client;

import java.util.Map;
import org.pizzaorders.kafka.api.KafkaConsumers;

/**
 * What connections need from the resource adapter: the broker configuration, closing at its stop, and its consumers.
 */
public interface KafkaClients {

    /** The client properties that consumers and producers share: brokers, security, and the administrator's own. */
    Map<String, Object> connectionProperties();

    /**
     * Registers a client to be closed when the adapter stops; closes it at once if the adapter is not running.
     * Thread-safe.
     */
    void closeWhenStopped(AutoCloseable client);

    /** Closes a registered client now. */
    void closeNow(AutoCloseable client);

    /** The consumers of this adapter. */
    KafkaConsumers consumers();
}

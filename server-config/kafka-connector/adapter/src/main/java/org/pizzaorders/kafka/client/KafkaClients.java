package org.pizzaorders.kafka.client;

import java.util.Map;
import org.pizzaorders.kafka.api.KafkaConsumers;

/** What the connections need of the resource adapter: how to reach the brokers, being closed with it, its consumers. */
public interface KafkaClients {

    /** The client properties that consumers and producers share: brokers, security, and the administrator's own. */
    Map<String, Object> connectionProperties();

    /** Has the client closed when the adapter stops, or at once if it is not running. Safe from any thread. */
    void closeWhenStopped(AutoCloseable client);

    /** Closes what was to be closed when the adapter stops. */
    void closeNow(AutoCloseable client);

    /** What consumes by this adapter. */
    KafkaConsumers consumers();
}

package org.pizzaorders.kafka.client;

import java.util.Map;

/** What the two directions need of the resource adapter: how to reach the brokers, and being closed with it. */
public interface KafkaClients {

    /** The client properties that consumers and producers share: brokers, security, and the administrator's own. */
    Map<String, Object> connectionProperties();

    /** Has the client closed when the adapter stops. Safe from any thread. */
    void closeWhenStopped(AutoCloseable client);
}

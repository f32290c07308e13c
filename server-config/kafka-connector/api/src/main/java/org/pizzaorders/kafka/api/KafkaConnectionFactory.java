package org.pizzaorders.kafka.api;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Entry point for publishing and for watching consumers; the server binds it in JNDI. */
public interface KafkaConnectionFactory extends Referenceable, Serializable {

    /**
     * Opens a handle. Does not contact a broker: a missing broker shows in the results of a send.
     *
     * @throws ResourceException if the server's pool has no connection
     */
    KafkaConnection getConnection() throws ResourceException;

    /** The consumers of the same resource adapter in this server instance; none if there is no adapter. */
    KafkaConsumers consumers();
}

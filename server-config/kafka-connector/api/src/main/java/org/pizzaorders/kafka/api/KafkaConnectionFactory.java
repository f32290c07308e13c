package org.pizzaorders.kafka.api;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Entry point for publishing, and for watching what consumes; bound in JNDI by the server. */
public interface KafkaConnectionFactory extends Referenceable, Serializable {

    /**
     * Opens a handle. Does not talk to a broker: an absent broker shows in the results of the send.
     *
     * @throws ResourceException if the server's pool gives none
     */
    KafkaConnection getConnection() throws ResourceException;

    /** The consumers of the same resource adapter in this server instance; none where there is no adapter. */
    KafkaConsumers consumers();
}

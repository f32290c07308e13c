package org.pizzaorders.kafka.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.KafkaConsumers;

/** What JNDI gives to the application: asks the container's pool for a handle. */
class PooledConnectionFactory implements KafkaConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final KafkaManagedConnectionFactory factory;
    private final ConnectionManager manager;
    private Reference reference;

    PooledConnectionFactory(KafkaManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public KafkaConnection getConnection() throws ResourceException {
        return (KafkaConnection) manager.allocateConnection(factory, null);
    }

    @Override
    public KafkaConsumers consumers() {
        return factory.consumers();
    }

    @Override
    public Reference getReference() {
        return reference;
    }

    @Override
    public void setReference(Reference value) {
        reference = value;
    }
}

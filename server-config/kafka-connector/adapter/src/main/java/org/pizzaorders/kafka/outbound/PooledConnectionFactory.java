package org.pizzaorders.kafka.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionFactory;
import jakarta.resource.cci.ConnectionSpec;
import jakarta.resource.cci.RecordFactory;
import jakarta.resource.cci.ResourceAdapterMetaData;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.KafkaConsumers;
import org.pizzaorders.kafka.cci.CciRecords;

/** The factory that the application gets from JNDI. It gets handles from the container's pool. */
public class PooledConnectionFactory implements KafkaConnectionFactory, ConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final KafkaManagedConnectionFactory factory;
    private final ConnectionManager manager;
    private Reference reference;

    /**
     * Required of every factory of the Common Client Interface. It belongs to no resource adapter, so it opens nothing.
     */
    public PooledConnectionFactory() {
        this(new KafkaManagedConnectionFactory(), new UnmanagedConnections());
    }

    PooledConnectionFactory(KafkaManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public ConnectionHandle getConnection() throws ResourceException {
        return (ConnectionHandle) manager.allocateConnection(factory, null);
    }

    /** All connections are the same, so the properties are ignored. */
    @Override
    public Connection getConnection(ConnectionSpec properties) throws ResourceException {
        return getConnection();
    }

    @Override
    public RecordFactory getRecordFactory() {
        return new CciRecords();
    }

    @Override
    public ResourceAdapterMetaData getMetaData() throws NotSupportedException {
        throw new NotSupportedException("What there is to know of the adapter is in its ra.xml");
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

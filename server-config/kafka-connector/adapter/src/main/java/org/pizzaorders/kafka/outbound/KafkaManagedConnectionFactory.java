package org.pizzaorders.kafka.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.kafka.common.config.ConfigException;
import org.pizzaorders.kafka.api.KafkaConsumers;
import org.pizzaorders.kafka.client.FreeProperties;
import org.pizzaorders.kafka.client.KafkaClients;

/**
 * Makes connections that share one producer. A JavaBean that the container fills before its first use; thread-safe from
 * then on. The producer is closed when its last connection is destroyed, or the adapter stops.
 */
public class KafkaManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    private String deliveryTimeout = "PT30S";
    private String maxBlock = "PT5S";
    private String producerProperties;
    private Boolean checkBrokers = false;
    private transient ResourceAdapter resourceAdapter;
    private transient PrintWriter logWriter;
    private transient SharedProducer producer;

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new PooledConnectionFactory(this, manager);
    }

    @Override
    public Object createConnectionFactory() {
        return new PooledConnectionFactory(this, new UnmanagedConnections());
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info)
            throws ResourceException {
        KafkaClients clients = clients();
        if (checkBrokers) {
            BrokerProbe.ask(clients.connectionProperties(), duration("maxBlock", maxBlock));
        }
        SharedProducer shared = producer(clients);
        return new KafkaManagedConnection(shared, () -> left(shared, clients));
    }

    /** The Kafka client itself is made at the first send. */
    private synchronized SharedProducer producer(KafkaClients clients) throws ResourceException {
        if (producer == null || !producer.takenByConnection()) {
            producer = newProducer(clients);
            producer.takenByConnection();
            clients.closeWhenStopped(producer);
        }
        return producer;
    }

    /** A factory is not notified when its application is gone, but its pool destroys the connections. */
    private static void left(SharedProducer shared, KafkaClients clients) {
        if (shared.leftByConnection()) {
            clients.closeNow(shared);
        }
    }

    @Override
    public ManagedConnection matchManagedConnections(
            @SuppressWarnings("rawtypes") Set connections, Subject subject, ConnectionRequestInfo info) {
        for (Object each : connections) {
            if (each instanceof KafkaManagedConnection connection && isMine(connection.producer())) {
                return connection;
            }
        }
        return null;
    }

    private synchronized boolean isMine(SharedProducer candidate) {
        return candidate == producer && !candidate.isClosed();
    }

    private KafkaClients clients() throws InvalidPropertyException {
        if (resourceAdapter instanceof KafkaClients clients) {
            return clients;
        }
        throw new InvalidPropertyException("The connection factory belongs to no Kafka resource adapter");
    }

    private SharedProducer newProducer(KafkaClients clients) throws InvalidPropertyException {
        Duration block = duration("maxBlock", maxBlock);
        try {
            return SharedProducer.of(
                    clients::connectionProperties,
                    duration("deliveryTimeout", deliveryTimeout),
                    block,
                    FreeProperties.parse(producerProperties));
        } catch (IllegalArgumentException | ConfigException e) {
            throw new InvalidPropertyException("producerProperties, or the adapter's: " + e.getMessage(), e);
        }
    }

    /** No consumers if there is no adapter. */
    KafkaConsumers consumers() {
        return resourceAdapter instanceof KafkaClients clients ? clients.consumers() : new NoConsumers();
    }

    private static Duration duration(String name, String text) throws InvalidPropertyException {
        try {
            Duration parsed = Duration.parse(text);
            if (!parsed.isNegative() && !parsed.isZero()) {
                return parsed;
            }
        } catch (DateTimeException e) {
            // Reported below, with an example of the right format.
        }
        throw new InvalidPropertyException(name + ": a duration above zero like PT5S, not \"" + text + "\"");
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    /** May be called only once: the specification requires that the association stays for the bean's life. */
    @Override
    public void setResourceAdapter(ResourceAdapter adapter) throws IllegalStateException {
        if (resourceAdapter != null && resourceAdapter != adapter) {
            throw new IllegalStateException("Belongs to a resource adapter already");
        }
        resourceAdapter = adapter;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    /** How long a record may take until it counts as failed, including retries. */
    public String getDeliveryTimeout() {
        return deliveryTimeout;
    }

    public void setDeliveryTimeout(String value) {
        deliveryTimeout = value;
    }

    /** How long sending a batch may block if there is no broker or the producer's buffer is full. */
    public String getMaxBlock() {
        return maxBlock;
    }

    public void setMaxBlock(String value) {
        maxBlock = value;
    }

    /**
     * Whether a connection is made only if a broker answers within {@code maxBlock}, so that the ping of a server's
     * console is a real check. Do not set it for publishing: a publisher can get a connection without a broker.
     */
    public Boolean getCheckBrokers() {
        return checkBrokers;
    }

    public void setCheckBrokers(Boolean value) {
        checkBrokers = value;
    }

    /** Further properties of the producer, {@code key=value}, one per line or separated by semicolons. */
    public String getProducerProperties() {
        return producerProperties;
    }

    public void setProducerProperties(String value) {
        producerProperties = value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KafkaManagedConnectionFactory that
                && Objects.equals(deliveryTimeout, that.deliveryTimeout)
                && Objects.equals(maxBlock, that.maxBlock)
                && Objects.equals(producerProperties, that.producerProperties)
                && Objects.equals(checkBrokers, that.checkBrokers)
                && Objects.equals(resourceAdapter, that.resourceAdapter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(deliveryTimeout, maxBlock, producerProperties, checkBrokers);
    }
}

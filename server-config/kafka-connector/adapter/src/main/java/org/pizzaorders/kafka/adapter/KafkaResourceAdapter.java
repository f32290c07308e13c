package org.pizzaorders.kafka.adapter;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import org.pizzaorders.kafka.api.KafkaConsumers;
import org.pizzaorders.kafka.client.KafkaClients;
import org.pizzaorders.kafka.client.LoginMechanisms;
import org.pizzaorders.kafka.inbound.Activation;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.kafka.monitoring.ConsumerDirectory;

/**
 * The resource adapter: holds the connection's configuration, the activations and the producers. A JavaBean that the
 * container fills before it calls {@link #start}; from then on safe for any thread. Neither start nor activation needs
 * a broker. {@link #stop} and {@link #endpointDeactivation} drain and join, and may be called more than once, in any
 * order.
 */
public class KafkaResourceAdapter implements ResourceAdapter, KafkaClients {

    private static final System.Logger LOG = System.getLogger(KafkaResourceAdapter.class.getName());

    private final ConnectionConfiguration configuration = new ConnectionConfiguration(System::getenv);
    private final Map<ActivationKey, Activation> activations = new ConcurrentHashMap<>();
    private final Set<AutoCloseable> clients = ConcurrentHashMap.newKeySet();
    private final ConsumerDirectory consumers = new ConsumerDirectory();
    private volatile BootstrapContext context;
    private volatile boolean stopped = true;

    /** Compared by identity, because equal specs and factories may be active at the same time. */
    private record ActivationKey(MessageEndpointFactory endpoints, ActivationSpec spec) {

        @Override
        public boolean equals(Object other) {
            return other instanceof ActivationKey that && endpoints == that.endpoints && spec == that.spec;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(endpoints) * 31 + System.identityHashCode(spec);
        }
    }

    @Override
    public void start(BootstrapContext bootstrap) {
        context = bootstrap;
        LoginMechanisms.replace();
        stopped = false;
        LOG.log(INFO, "Kafka connector started for {0}", configuration);
    }

    @Override
    public void stop() {
        stopped = true;
        activations.values().forEach(Activation::requestStop);
        activations.keySet().forEach(this::deactivate);
        clients.forEach(this::closeNow);
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof KafkaActivationSpec kafkaSpec)) {
            throw new NotSupportedException("Not an activation spec of this adapter: " + spec);
        }
        if (stopped) {
            throw new IllegalStateException("The Kafka resource adapter is not started");
        }
        ActivationKey key = new ActivationKey(endpoints, spec);
        if (activations.containsKey(key)) {
            throw new IllegalStateException("This endpoint is active already");
        }
        activations.put(key, Activation.start(kafkaSpec, this::connectionProperties, context, endpoints, consumers));
        if (stopped) {
            deactivate(key);
            throw new IllegalStateException("The Kafka resource adapter was stopped meanwhile");
        }
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
        deactivate(new ActivationKey(endpoints, spec));
    }

    private void deactivate(ActivationKey key) {
        Activation activation = activations.get(key);
        if (activation != null) {
            activation.stop();
            activations.remove(key);
        }
    }

    /**
     * Deliveries are not XA. Kafka's offsets cause records that the container has not committed to be delivered again.
     */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    @Override
    public Map<String, Object> connectionProperties() {
        return configuration.clientProperties();
    }

    @Override
    public void closeWhenStopped(AutoCloseable client) {
        clients.add(client);
        if (stopped) {
            closeNow(client);
        }
    }

    @Override
    public KafkaConsumers consumers() {
        return consumers;
    }

    @Override
    public void closeNow(AutoCloseable client) {
        clients.remove(client);
        try {
            client.close();
        } catch (Exception e) {
            LOG.log(WARNING, "A Kafka client did not close: {0}", e.toString());
        }
    }

    /** {@code host:port}, several separated by commas. */
    public String getBootstrapServers() {
        return configuration.get("bootstrapServers");
    }

    public void setBootstrapServers(String value) {
        configuration.set("bootstrapServers", value);
    }

    /** {@code PLAINTEXT}, {@code SSL}, {@code SASL_PLAINTEXT} or {@code SASL_SSL}. */
    public String getSecurityProtocol() {
        return configuration.get("securityProtocol");
    }

    public void setSecurityProtocol(String value) {
        configuration.set("securityProtocol", value);
    }

    /** {@code PLAIN}, {@code SCRAM-SHA-512} and so on. */
    public String getSaslMechanism() {
        return configuration.get("saslMechanism");
    }

    public void setSaslMechanism(String value) {
        configuration.set("saslMechanism", value);
    }

    /** The login module's line, with its credentials. */
    public String getSaslJaasConfig() {
        return configuration.get("saslJaasConfig");
    }

    public void setSaslJaasConfig(String value) {
        configuration.set("saslJaasConfig", value);
    }

    /** A file on the server. */
    public String getTruststoreLocation() {
        return configuration.get("truststoreLocation");
    }

    public void setTruststoreLocation(String value) {
        configuration.set("truststoreLocation", value);
    }

    public String getTruststorePassword() {
        return configuration.get("truststorePassword");
    }

    public void setTruststorePassword(String value) {
        configuration.set("truststorePassword", value);
    }

    /** {@code PKCS12}, {@code JKS} or {@code PEM}. */
    public String getTruststoreType() {
        return configuration.get("truststoreType");
    }

    public void setTruststoreType(String value) {
        configuration.set("truststoreType", value);
    }

    /** A file on the server. */
    public String getKeystoreLocation() {
        return configuration.get("keystoreLocation");
    }

    public void setKeystoreLocation(String value) {
        configuration.set("keystoreLocation", value);
    }

    public String getKeystorePassword() {
        return configuration.get("keystorePassword");
    }

    public void setKeystorePassword(String value) {
        configuration.set("keystorePassword", value);
    }

    /** The password of the private key in the key store, if it differs from that of the store. */
    public String getSslKeyPassword() {
        return configuration.get("sslKeyPassword");
    }

    public void setSslKeyPassword(String value) {
        configuration.set("sslKeyPassword", value);
    }

    /** {@code PKCS12}, {@code JKS} or {@code PEM}. */
    public String getKeystoreType() {
        return configuration.get("keystoreType");
    }

    public void setKeystoreType(String value) {
        configuration.set("keystoreType", value);
    }

    /** Further properties of every client, {@code key=value}, one per line or separated by semicolons. */
    public String getClientProperties() {
        return configuration.get("clientProperties");
    }

    public void setClientProperties(String value) {
        configuration.set("clientProperties", value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KafkaResourceAdapter that && configuration.equals(that.configuration);
    }

    @Override
    public int hashCode() {
        return configuration.hashCode();
    }

    @Override
    public String toString() {
        return "KafkaResourceAdapter[" + configuration + "]";
    }
}

package org.pizzaorders.kafka.outbound;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pizzaorders.kafka.client.AdapterClassLoader;

/**
 * The producer's configuration: our defaults, then the adapter's connection, then the factory's own, and last what
 * order and durability depend on and nobody may change.
 */
final class ProducerProperties {

    /** Batches fill by themselves while the one before is on its way: waiting for more only adds delay. */
    private static final int LINGER = 0;

    /**
     * A partition whose leader is just being made may refuse a producer's first batch and take the second. A broker that
     * knows nothing of the producer begins with whatever number comes, and refuses the first one until it times out.
     */
    private static final int REQUESTS_ON_THEIR_WAY = 1;

    private static final int REQUEST_TIMEOUT = 10_000;

    private ProducerProperties() {}

    static Map<String, Object> of(
            Map<String, Object> connection, Duration deliveryTimeout, Duration maxBlock, Map<String, String> own) {
        int delivery = (int) Math.min(Integer.MAX_VALUE, deliveryTimeout.toMillis());
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT);
        properties.putAll(connection);
        properties.putAll(own);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, maxBlock.toMillis());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, REQUESTS_ON_THEIR_WAY);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        properties.computeIfPresent(
                ProducerConfig.RETRIES_CONFIG, (name, value) -> number(properties, name) < 1 ? null : value);
        fitInto(delivery, properties);
        return properties;
    }

    /**
     * A producer refuses to be made if a request and the linger together may take longer than the delivery. The settings
     * that say so may be meant for other clients: the delivery time-out stays, the others become as long as it allows.
     */
    private static void fitInto(int delivery, Map<String, Object> properties) {
        long request = Math.min(delivery, number(properties, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG));
        long linger = Math.min(delivery - request, number(properties, ProducerConfig.LINGER_MS_CONFIG));
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) request);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, linger);
    }

    private static long number(Map<String, Object> properties, String name) {
        Object parsed = ConfigDef.parseType(name, properties.get(name), ConfigDef.Type.LONG);
        return (long) parsed;
    }

    /** @throws IllegalArgumentException if the client knows a property and cannot read it */
    static void check(Map<String, Object> properties) {
        try {
            AdapterClassLoader.run(() -> ProducerConfig.configDef().parse(properties));
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}

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
 * The producer's configuration, in this order: our defaults, the adapter's connection, the factory's own properties,
 * and last the properties that order and durability depend on and nobody may change.
 */
final class ProducerProperties {

    /** Batches fill while the previous one is in flight, so lingering would only add delay. */
    private static final int LINGER = 0;

    /**
     * A partition whose leader is just being elected may refuse a producer's first batch and accept the second. A
     * broker that does not know the producer starts with any sequence number, and then refuses the first batch until it
     * times out.
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
     * The producer's constructor throws if request time-out plus linger exceed the delivery time-out. Such settings may
     * be meant for other clients. So the delivery time-out stays, and the others are reduced to fit.
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

    /**
     * @throws IllegalArgumentException if the value of a known property is not valid
     */
    static void check(Map<String, Object> properties) {
        try {
            AdapterClassLoader.run(() -> ProducerConfig.configDef().parse(properties));
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}

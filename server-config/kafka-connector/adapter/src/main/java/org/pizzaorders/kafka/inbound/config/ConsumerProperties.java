package org.pizzaorders.kafka.inbound.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer's configuration, in this order: our defaults, the adapter's connection, the activation's own properties,
 * and last the properties that correctness depends on and nobody may change.
 */
public final class ConsumerProperties {

    private ConsumerProperties() {}

    /**
     * @throws org.apache.kafka.common.config.ConfigException if no consumer can have these properties
     * @throws IllegalArgumentException if they contradict the activation's own
     */
    public static void check(Map<String, Object> connection, InboundSettings settings, GroupProtocol protocol) {
        Map<String, Object> parsed = ConsumerConfig.configDef().parse(of(connection, settings, protocol, 1));
        Duration mostBetweenPolls = Duration.ofMillis((Integer) parsed.get(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG));
        if (settings.drain().compareTo(mostBetweenPolls) >= 0) {
            throw new IllegalArgumentException("drain: less than " + ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG + ", "
                    + mostBetweenPolls + ", or the group loses the consumer meanwhile");
        }
    }

    public static Map<String, Object> of(
            Map<String, Object> connection, InboundSettings settings, GroupProtocol protocol, int consumer) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.groupId());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, settings.autoOffsetReset());
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.putAll(connection);
        properties.putAll(settings.consumerProperties());
        // These names are configured once, but each consumer is another member and another client, so each gets a
        // number.
        for (String name : List.of(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, ConsumerConfig.CLIENT_ID_CONFIG)) {
            properties.computeIfPresent(name, (key, given) -> given + "-" + consumer);
        }
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol.name());
        if (protocol == GroupProtocol.CLASSIC) {
            properties.putIfAbsent(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        }
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxBatchSize());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return properties;
    }
}

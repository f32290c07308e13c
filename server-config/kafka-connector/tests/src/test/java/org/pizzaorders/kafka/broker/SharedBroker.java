package org.pizzaorders.kafka.broker;

import java.util.stream.Stream;

/**
 * The running broker that all test classes of one JVM share, of the version that the build asks for: the newest, or 3.9
 * with {@code -Dkafka.broker=KAFKA_3_9}. Started by the first test that asks, ended with the JVM. Its topics are shared
 * too: use topics and groups of your own. Thread-safe.
 */
public final class SharedBroker {

    /** Tests that run with the older broker too, of which the build has a second round. */
    public static final String OLDER_TOO = "older-broker-too";

    /** For {@code MethodSource}: those that the broker has. */
    public static final String PROTOCOLS = "org.pizzaorders.kafka.broker.SharedBroker#groupProtocols";

    private static final KafkaVersion VERSION =
            KafkaVersion.valueOf(System.getProperty("kafka.broker", KafkaVersion.NEWEST.name()));

    private static Broker broker;

    private SharedBroker() {}

    public static synchronized String bootstrapServers() {
        if (broker == null) {
            Broker fresh = new Broker(VERSION);
            fresh.start();
            Runtime.getRuntime().addShutdownHook(new Thread(fresh::close, "end of the broker"));
            broker = fresh;
        }
        return broker.bootstrapServers();
    }

    static Stream<String> groupProtocols() {
        return VERSION == KafkaVersion.NEWEST ? Stream.of("classic", "consumer") : Stream.of("classic");
    }
}

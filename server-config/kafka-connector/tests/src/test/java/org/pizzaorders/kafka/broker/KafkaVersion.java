package org.pizzaorders.kafka.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The versions of Kafka whose brokers the tests start. */
public enum KafkaVersion {

    /** Has the new group protocol as an early access only, switched off. */
    KAFKA_3_9 {
        @Override
        String classPath() throws IOException {
            Path file = Path.of("..", "kafka-3.9", "target", "class-path");
            return OWN_CLASSES + File.pathSeparator + Files.readString(file).strip();
        }
    },

    /** The one whose client the connector brings: it is on the class path of the tests. */
    NEWEST {
        @Override
        String classPath() {
            return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        }
    };

    private static final Path OWN_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    /** Of the broker's process. */
    abstract String classPath() throws IOException;
}

package org.pizzaorders.kafka.container;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own with a bean that keeps its dead letters, and that dies as by SIGKILL right after the commit of
 * the first one, before the connector can tell the broker.
 */
public final class DyingProcess {

    private static final int DEAD = 137;

    private DyingProcess() {}

    /** Arguments: brokers, topic. */
    public static void main(String[] arguments) throws Exception {
        TestTopic topic = new TestTopic(arguments[0], arguments[1]);
        try (Container container = new Container(arguments[0])) {
            Keeper keeper = new Keeper(
                    batch -> {
                        throw new IllegalArgumentException("planted");
                    },
                    failed -> container.transactions().registerInterposedSynchronization(new Death()));
            container.deploy(keeper, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setInitialBackoff("PT0.05S");
                spec.setMaxAttempts(2);
                spec.setConsumerProperties("group.protocol=classic;session.timeout.ms=6000");
            });
            new CountDownLatch(1).await();
        }
    }

    private static final class Death implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            Runtime.getRuntime().halt(status == Status.STATUS_COMMITTED ? DEAD : 1);
        }
    }

    /** Runs it on a topic until it is dead. */
    public static void runOn(String brokers, TestTopic topic, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DyingProcess.class.getName(),
                        brokers,
                        topic.name())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != DEAD) {
                throw new IllegalStateException("did not die as planned, see " + output);
            }
        } finally {
            process.destroyForcibly();
        }
    }
}

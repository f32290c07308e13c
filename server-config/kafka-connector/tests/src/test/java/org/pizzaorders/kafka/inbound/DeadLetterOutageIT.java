package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.part.Ports;

class DeadLetterOutageIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void losesNoDeadLetterWhenTheBrokerIsKilledBeforeItCanTakeIt() throws Exception {
        try (KafkaBroker broker = new KafkaBroker(home, Ports.free());
                Container container = new Container(broker.bootstrapServers())) {
            broker.start();
            TestTopic topic = TestTopic.create(broker.bootstrapServers(), 1);
            topic.deadLetters().create(1);
            CountDownLatch brokerIsGone = new CountDownLatch(1);
            Inbox inbox = new Inbox(batch -> failOnceTheBrokerIsGone(brokerIsGone));
            topic.publish(0, "guilty");
            container.deploy(inbox, spec(topic));
            await().atMost(SOON).until(() -> !inbox.values().isEmpty());

            broker.kill();
            brokerIsGone.countDown();
            await().atMost(SOON).until(() -> state(container) == ConsumerState.DEGRADED);
            broker.start();

            await().atMost(SOON).until(() -> topic.committed(0) == 1);
            assertThat(topic.deadLetters().records())
                    .extracting(ConsumerRecord::value)
                    .isNotEmpty()
                    .containsOnly("guilty");
            assertThat(state(container)).isEqualTo(ConsumerState.RUNNING);
        }
    }

    private static Consumer<KafkaActivationSpec> spec(TestTopic topic) {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setInitialBackoff("PT0.05S");
            spec.setMaxBackoff("PT1S");
            spec.setMaxAttempts(2);
        };
    }

    private static ConsumerState state(Container container) {
        return container.adapter().consumers().list().get(0).state();
    }

    private static void failOnceTheBrokerIsGone(CountDownLatch gone) {
        try {
            gone.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException("planted");
    }
}

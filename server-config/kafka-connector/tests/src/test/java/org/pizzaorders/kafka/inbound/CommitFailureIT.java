package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;

/** The broker takes no offsets, and all else goes on. */
class CommitFailureIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Semaphore mayEnd = new Semaphore(0);
    private final Inbox inbox = new Inbox(batch -> mayEnd.acquireUninterruptibly());
    private TestTopic topic;
    private Container container;

    @BeforeEach
    void deliver() throws Exception {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 1);
        topic.publish(0, "delivered", "at hand");
        container = new Container(brokers);
        container.deploy(inbox, spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setMaxBatchSize(1);
            spec.setGroupProtocol("classic");
            spec.setConsumerProperties("metadata.max.age.ms=600000");
        });
        await().atMost(SOON).until(() -> inbox.values().size() == 1);
    }

    @AfterEach
    void stopContainer() {
        mayEnd.release(100);
        container.close();
    }

    @Test
    void isSeenWithTheTimeSinceWhenNothingIsCommitted() {
        topic.delete();
        mayEnd.release(1);
        await().atMost(SOON).until(() -> inbox.values().size() == 2);

        await().atMost(SOON).until(() -> view().uncommittedSince() != null);
        await().atMost(SOON).until(() -> view().state() == ConsumerState.DEGRADED);

        assertThat(view().lastError()).contains("org.apache.kafka.common.");
        assertThat(view().delivered()).isEqualTo(1);
    }

    private ConsumerView view() {
        return container.adapter().consumers().list().get(0);
    }
}

package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.part.Ports;

class BrokerOutageIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** The brokers' silence has to be noticed first. */
    private static final Duration LATER = Duration.ofSeconds(120);

    @TempDir
    private Path home;

    @Test
    void startsBeforeTheBrokerAndLosesNothingWhenItIsKilled() throws Exception {
        try (KafkaBroker broker = new KafkaBroker(home, Ports.free());
                Container container = new Container(broker.bootstrapServers())) {
            TestTopic topic = new TestTopic(broker.bootstrapServers());
            Inbox inbox = new Inbox();
            container.deploy(inbox, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setMaxBatchSize(10);
            });

            broker.start();
            topic.create(2);
            topic.publishNumbers(0, 300);
            await().atMost(SOON).until(() -> inbox.values().size() >= 50);
            broker.kill();
            broker.start();
            topic.publish(0, "after the outage");

            await().atMost(SOON).until(() -> inbox.values(0).contains("after the outage"));
            assertThat(inbox.values(0))
                    .containsAll(
                            IntStream.range(0, 300).mapToObj(Integer::toString).toList());
            await().atMost(SOON).until(() -> topic.committed(0) == 301);
        }
    }

    @Test
    void showsThatNoBrokerAnswersAndThatOneDoesAgain() throws Exception {
        try (KafkaBroker broker = new KafkaBroker(home, Ports.free());
                Container container = new Container(broker.bootstrapServers())) {
            broker.start();
            TestTopic topic = TestTopic.create(broker.bootstrapServers(), 2);
            Inbox inbox = new Inbox();
            container.deploy(inbox, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setGroupProtocol("consumer");
            });
            await().atMost(LATER).until(() -> states(container).equals(Set.of(ConsumerState.RUNNING)));

            broker.kill();
            await().atMost(LATER).until(() -> states(container).equals(Set.of(ConsumerState.DEGRADED)));
            broker.start();
            topic.publish(0, "after the outage");

            await().atMost(LATER).until(() -> inbox.values(0).size() == 1);
            await().atMost(LATER).until(() -> states(container).equals(Set.of(ConsumerState.RUNNING)));
        }
    }

    private static Set<ConsumerState> states(Container container) {
        return container.adapter().consumers().list().stream()
                .map(ConsumerView::state)
                .collect(Collectors.toSet());
    }
}

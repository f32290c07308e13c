package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

/** What looks like an outage, and what a batch or a record may have to do with it. */
class HoldIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private TestTopic topic;
    private Container container;

    @BeforeEach
    void startContainer() {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 2);
        topic.deadLetters().create(1);
        container = new Container(brokers);
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    void aBatchThatIsTooMuchGetsThroughRecordByRecord() throws Exception {
        Inbox inbox = new Inbox(batch -> {
            if (batch.size() > 1) {
                throw new OutOfMemoryError("planted");
            }
        });
        topic.publish(0, "a", "b", "c");

        container.deploy(inbox, spec());

        await().atMost(SOON).until(() -> topic.committed(0) == 3);
        assertThat(inbox.values(0)).endsWith("a", "b", "c");
        assertThat(view().deadLettered()).isZero();
    }

    @Test
    void aRecordThatBringsItsOwnOutageIsGivenUpOnceOthersGetThrough() throws Exception {
        Inbox inbox = new Inbox(HoldIT::failAtPoison);
        topic.publish(0, "poison", "behind");
        container.deploy(inbox, spec().andThen(spec -> spec.setMaxHold("PT1S")));
        await().atMost(SOON).until(() -> inbox.values(0).size() > 30);
        assertThat(topic.committed(0)).isZero();

        await().atMost(SOON).until(() -> {
            topic.publish(1, "neighbour");
            return topic.committed(0) == 2;
        });

        assertThat(inbox.values(0)).endsWith("poison", "behind");
        assertThat(topic.deadLetters().records())
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isEqualTo("poison"));
    }

    @Test
    void aRecordIsHeldForEverIfTheActivationDoesNotSayOtherwise() throws Exception {
        Inbox inbox = new Inbox(HoldIT::failAtPoison);
        topic.publish(0, "poison");
        container.deploy(inbox, spec());

        await().atMost(SOON).until(() -> {
            topic.publish(1, "neighbour");
            return inbox.values(0).size() > 60;
        });

        assertThat(topic.committed(0)).isZero();
        assertThat(view().deadLettered()).isZero();
    }

    private static void failAtPoison(List<ConsumedRecord> batch) {
        if (batch.stream().map(Inbox::value).anyMatch("poison"::equals)) {
            throw new UncheckedIOException(new UnknownHostException("planted"));
        }
    }

    private ConsumerView view() {
        return container.adapter().consumers().list().get(0);
    }

    private Consumer<KafkaActivationSpec> spec() {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setInitialBackoff("PT0.02S");
            spec.setMaxBackoff("PT0.1S");
            spec.setMaxAttempts(2);
        };
    }
}

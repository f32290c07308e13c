package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.KafkaConsumers;
import org.pizzaorders.kafka.api.PartitionProgress;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

class PauseIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private TestTopic topic;
    private Container container;
    private KafkaConsumers consumers;

    @BeforeEach
    void startContainer() {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 4);
        container = new Container(brokers);
        consumers = container.adapter().consumers();
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @ParameterizedTest
    @Tag(SharedBroker.OLDER_TOO)
    @MethodSource(SharedBroker.PROTOCOLS)
    void finishesWhatIsUnderWayThenHoldsAndGoesOnWhereItWas(String protocol) throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        Inbox inbox = new Inbox(batch -> waitFor(slow));
        topic.publish(0, "under way");
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> inbox.values().size() == 1);

        consumers.pause(topic.group());
        topic.publish(0, "later");
        topic.publish(1, "elsewhere", "too");
        assertThat(view().paused()).isTrue();
        assertThat(view().state()).isEqualTo(ConsumerState.RUNNING);
        slow.countDown();

        await().atMost(SOON).until(() -> topic.committed(0) == 1);
        await().atMost(SOON).until(() -> lags().equals(List.of(1L, 2L, 0L, 0L)));
        assertThat(inbox.values()).containsExactly("under way");
        assertThat(view().state()).isEqualTo(ConsumerState.PAUSED);
        assertThat(view().delivered()).isEqualTo(1);
        var members = topic.members();

        consumers.resume(topic.group());

        await().atMost(SOON).until(() -> topic.committed(0) == 2 && topic.committed(1) == 2);
        assertThat(inbox.values()).containsExactlyInAnyOrder("under way", "later", "elsewhere", "too");
        assertThat(topic.members()).isEqualTo(members);
        await().atMost(SOON).until(() -> lags().equals(List.of(0L, 0L, 0L, 0L)));
        assertThat(view().state()).isEqualTo(ConsumerState.RUNNING);
        assertThat(view().assignment()).extracting(PartitionProgress::position).containsExactly(2L, 2L, 0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void holdsThePartitionsThatARebalanceBringsToo(String protocol) throws Exception {
        Inbox held = new Inbox();
        Inbox leaving = new Inbox();
        container.deploy(held, spec(protocol));
        Container.Bean bean = container.deploy(leaving, spec(protocol));
        await().atMost(SOON)
                .until(() -> consumers.list().stream()
                        .allMatch(each -> each.assignment().size() == 2));
        consumers.pause(topic.group());

        bean.undeploy();
        await().atMost(SOON).until(() -> view().assignment().size() == 4);
        IntStream.range(0, 4).forEach(partition -> topic.publish(partition, "record"));

        await().atMost(SOON).until(() -> lags().equals(List.of(1L, 1L, 1L, 1L)));
        assertThat(held.values()).isEmpty();
        consumers.resume(topic.group());
        await().atMost(SOON)
                .until(() -> IntStream.range(0, 4).mapToLong(topic::committed).sum() == 4);
        assertThat(held.values().size() + leaving.values().size()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void holdsABatchThatWaitsForItsNextAttempt(String protocol) throws Exception {
        Inbox inbox = new Inbox(batch -> container.transactions().setRollbackOnly());
        topic.publish(0, "guilty");
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> inbox.values().size() >= 2);

        consumers.pause(topic.group());
        await().atMost(SOON).until(() -> view().state() == ConsumerState.PAUSED);
        int attempts = inbox.values().size();
        await().during(Duration.ofSeconds(1)).until(() -> inbox.values().size() == attempts);
        consumers.resume(topic.group());

        await().atMost(SOON).until(() -> inbox.values().size() > attempts);
        assertThat(view().failed()).isPositive();
        assertThat(view().lastError()).contains("RolledBackException");
        assertThat(topic.committed(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume"})
    void refusesAnUnknownConsumer(String operation) {
        assertThatThrownBy(() -> {
                    if (operation.equals("pause")) {
                        consumers.pause("unknown");
                    } else {
                        consumers.resume("unknown");
                    }
                })
                .isInstanceOf(NoSuchElementException.class);
    }

    private ConsumerView view() {
        return consumers.list().stream()
                .filter(each -> each.id().equals(topic.group()))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> lags() {
        return view().assignment().stream().map(PartitionProgress::lag).toList();
    }

    private Consumer<KafkaActivationSpec> spec(String protocol) {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setInitialBackoff("PT0.05S");
            spec.setGroupProtocol(protocol);
            if (protocol.equals("classic")) {
                spec.setConsumerProperties("heartbeat.interval.ms=500");
            }
        };
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

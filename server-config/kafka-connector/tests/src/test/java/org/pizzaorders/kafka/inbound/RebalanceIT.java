package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.CommitLog;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Flow;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;

/** Two servers of one group join, pause, resume and leave while records flow and some deliveries fail. */
class RebalanceIT {

    private static final int PARTITIONS = 4;
    private static final int EACH_SO_MANY_FAILS = 29;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration WORK = Duration.ofMillis(3);

    private final String brokers = SharedBroker.bootstrapServers();
    private final TestTopic topic = TestTopic.create(brokers, PARTITIONS);
    private final List<ConsumedRecord> committed = new CopyOnWriteArrayList<>();
    private final AtomicInteger deliveries = new AtomicInteger();
    private Container one;
    private Container other;

    @BeforeEach
    void startServers() {
        one = new Container(brokers);
        other = new Container(brokers);
    }

    @AfterEach
    void stopServers() {
        one.close();
        other.close();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void losesNothingWithTheClassicProtocolAsEveryBrokerHasIt() throws Exception {
        losesNothingAndNeverGoesBackWhileMembersComeAndGo("classic", "classic");
    }

    @ParameterizedTest
    @CsvSource({"consumer,consumer", "classic,auto"})
    void losesNothingAndNeverGoesBackWhileMembersComeAndGo(String protocolOfOne, String protocolOfOther)
            throws Exception {

        Flow flow = new Flow(brokers, topic, PARTITIONS);
        try (flow) {
            Container.Bean leaving = deploy(one, protocolOfOne);
            await(one, view -> view.assignment().size() == PARTITIONS);

            Container.Bean joining = deploy(other, protocolOfOther);
            await(other, view -> view.assignment().size() == PARTITIONS / 2);
            await(one, view -> view.assignment().size() == PARTITIONS / 2);
            one.adapter().consumers().pause(topic.group());
            goOnFor(flow, 100);
            joining.undeploy();
            await(one, view -> view.assignment().size() == PARTITIONS);
            deploy(other, protocolOfOther);
            await(other, view -> view.assignment().size() == PARTITIONS / 2);
            one.adapter().consumers().resume(topic.group());
            goOnFor(flow, 100);
            leaving.undeploy();
            await(other, view -> view.assignment().size() == PARTITIONS);
            goOnFor(flow, 100);
        }

        for (int partition = 0; partition < PARTITIONS; partition++) {
            int each = partition;
            Awaitility.await().atMost(SOON).until(() -> topic.committed(each) == flow.published());
            assertThat(firstDeliveries(partition)).containsExactlyElementsOf(flow.values());
        }
        Map<Integer, List<Long>> commits = CommitLog.of(brokers, topic.group());
        assertThat(commits).hasSize(PARTITIONS);
        assertThat(commits.values())
                .allSatisfy(offsets -> assertThat(offsets).isSorted().hasSizeGreaterThan(3));
    }

    private void goOnFor(Flow flow, int records) {
        int before = flow.published();
        Awaitility.await().atMost(SOON).until(() -> flow.published() >= before + records);
    }

    /** As committed by the containers, in the order of their commits. Repetitions are the listener's inbox's to know. */
    private Set<String> firstDeliveries(int partition) {
        return committed.stream()
                .filter(each -> each.partition() == partition)
                .map(Inbox::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Container.Bean deploy(Container server, String protocol) throws Exception {
        return server.deploy(records -> deliver(server, records), spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setConsumers(2);
            spec.setMaxBatchSize(20);
            spec.setInitialBackoff("PT0.02S");
            spec.setGroupProtocol(protocol);
            if (protocol.equals("classic")) {
                spec.setConsumerProperties("heartbeat.interval.ms=500");
            }
        });
    }

    /** One delivery at a time per partition: what one adds comes after what the one before it added. */
    private void deliver(Container server, List<ConsumedRecord> records) {
        LockSupport.parkNanos(WORK.toNanos());
        if (deliveries.incrementAndGet() % EACH_SO_MANY_FAILS == 0) {
            server.transactions().setRollbackOnly();
        } else {
            committed.addAll(records);
        }
    }

    private void await(Container server, Predicate<ConsumerView> condition) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> server.adapter().consumers().list().stream().allMatch(condition));
    }
}

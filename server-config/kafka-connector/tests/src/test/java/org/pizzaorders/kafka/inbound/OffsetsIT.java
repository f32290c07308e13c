package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.UnavailableException;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

/** What the broker is told about how far a group has come, beside what it has delivered. */
class OffsetsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Inbox inbox = new Inbox();
    private TestTopic topic;
    private Container container;

    @BeforeEach
    void startContainer() {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 1);
        container = new Container(brokers);
        topic.publish(0, "before the group began");
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @ParameterizedTest
    @Tag(SharedBroker.OLDER_TOO)
    @MethodSource(SharedBroker.PROTOCOLS)
    void whatIsHeldIsNotSkippedByAGroupThatBeganAtTheEnd(String protocol) throws Exception {
        Inbox failing = new Inbox(batch -> {
            throw new UnavailableException("planted");
        });
        Container.Bean bean = container.deploy(failing, latest(protocol));
        awaitPosition();
        topic.publish(0, "held");
        await().atMost(SOON).until(() -> !failing.values().isEmpty());

        bean.undeploy();
        topic.publish(0, "meanwhile");
        container.deploy(inbox, latest(protocol));

        await().atMost(SOON).until(() -> inbox.values().size() >= 2);
        assertThat(inbox.values()).containsExactly("held", "meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void whatComesWhileNobodyConsumesIsNotSkippedByAGroupThatHasHadNothingYet(String protocol) throws Exception {
        Container.Bean bean = container.deploy(new Inbox(), latest(protocol));
        awaitPosition();

        bean.undeploy();
        topic.publish(0, "meanwhile");
        container.deploy(inbox, latest(protocol));

        await().atMost(SOON).until(() -> !inbox.values().isEmpty());
        assertThat(inbox.values()).containsExactly("meanwhile");
    }

    @ParameterizedTest
    @Tag(SharedBroker.OLDER_TOO)
    @MethodSource(SharedBroker.PROTOCOLS)
    void goBehindTheMarkersOfTransactionsAndKnowTheLeadersEpoch(String protocol) throws Exception {
        container.deploy(inbox, spec(protocol));

        topic.publishInTransaction(0, true, "kept");
        await().atMost(SOON).until(() -> topic.committed(0) == 3);
        topic.publishInTransaction(0, false, "given up");

        await().atMost(SOON).until(() -> topic.committed(0) == 5);
        topic.publish(0, "last");
        await().atMost(SOON).until(() -> topic.committed(0) == 6);
        assertThat(topic.leaderEpochCommitted(0)).isPresent();
        assertThat(inbox.values()).containsExactly("before the group began", "kept", "last");
    }

    @Test
    void thatWereCommittedStayWhereTheyAreWhenAGroupComesBack() throws Exception {
        Container.Bean bean = container.deploy(inbox, spec("auto"));
        await().atMost(SOON).until(() -> topic.committed(0) == 1);

        bean.undeploy();
        topic.publish(0, "meanwhile");
        Inbox later = new Inbox();
        Container.Bean again = container.deploy(later, latest("auto"));
        await().atMost(SOON).until(() -> !later.values().isEmpty());
        again.undeploy();

        assertThat(later.values()).containsExactly("meanwhile");
        assertThat(topic.committed(0)).isEqualTo(2);
    }

    @Test
    void keepTheLeadersEpochWhenAGroupComesBackAndThereIsNothingNew() throws Exception {
        Container.Bean bean = container.deploy(inbox, spec("auto"));
        await().atMost(SOON).until(() -> topic.committed(0) == 1);

        bean.undeploy();
        Container.Bean again = container.deploy(inbox, spec("auto"));
        awaitPosition();
        again.undeploy();

        assertThat(topic.committed(0)).isEqualTo(1);
        assertThat(topic.leaderEpochCommitted(0)).isPresent();
    }

    private void awaitPosition() {
        await().atMost(SOON)
                .until(() -> container.adapter().consumers().list().stream()
                        .flatMap(view -> view.assignment().stream())
                        .anyMatch(partition -> partition.position() >= 0));
    }

    private Consumer<KafkaActivationSpec> latest(String protocol) {
        return spec(protocol).andThen(spec -> spec.setAutoOffsetReset("latest"));
    }

    private Consumer<KafkaActivationSpec> spec(String protocol) {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setGroupProtocol(protocol);
            spec.setInitialBackoff("PT0.05S");
        };
    }
}

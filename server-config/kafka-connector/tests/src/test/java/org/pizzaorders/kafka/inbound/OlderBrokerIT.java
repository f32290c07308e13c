package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.part.Ports;

class OlderBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void fallsBackToTheClassicProtocolWhereTheBrokersLackTheNewOne() throws Exception {
        try (KafkaBroker broker = new KafkaBroker(home, Ports.free());
                Container container = new Container(broker.bootstrapServers())) {
            broker.start();
            withdrawTheNewProtocol(broker);
            TestTopic topic = TestTopic.create(broker.bootstrapServers(), 1);
            topic.publish(0, "record");
            Inbox inbox = new Inbox();

            container.deploy(inbox, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setSetupAttempts(1);
            });

            await().atMost(SOON).until(() -> topic.committed(0) == 1);
            assertThat(inbox.values()).containsExactly("record");
            ConsumerView view = container.adapter().consumers().list().get(0);
            assertThat(view.state()).isEqualTo(ConsumerState.RUNNING);
            assertThat(view.lastError()).isNull();
        }
    }

    private static void withdrawTheNewProtocol(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            FeatureUpdate none = new FeatureUpdate((short) 0, UpgradeType.SAFE_DOWNGRADE);
            admin.updateFeatures(Map.of("group.version", none), new UpdateFeaturesOptions())
                    .all()
                    .get();
        }
    }
}

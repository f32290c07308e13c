package org.pizzaorders.kafka.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.PartitionProgress;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.part.Ports;

/** Bytes of a log segment change on the broker's disk: the client finds the checksum of that batch wrong. */
class CorruptBatchIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void aCorruptBatchStopsItsPartitionOnlyAndIsSkippedOnceAnOperatorSaysSo(String protocol) throws Exception {
        try (KafkaBroker broker = new KafkaBroker(home, Ports.free())) {
            broker.start();
            TestTopic topic = TestTopic.create(broker.bootstrapServers(), 2);
            topic.publish(0, "before");
            topic.publish(0, "lost-0", "lost-1", "lost-2");
            topic.publish(0, "after");
            broker.close();
            corrupt(topic.name() + "-0", "lost-");
            broker.start();
            try (Container container = new Container(broker.bootstrapServers())) {
                Inbox inbox = new Inbox();
                container.deploy(inbox, spec -> {
                    spec.setTopics(topic.name());
                    spec.setGroupId(topic.group());
                    spec.setGroupProtocol(protocol);
                    spec.setConsumers(1);
                });
                await().atMost(SOON).until(() -> heldAt(container, 1));
                Set<String> members = topic.members();

                topic.publish(1, "other");
                await().atMost(SOON).until(() -> inbox.values(1).contains("other"));
                assertThat(inbox.values(0)).containsExactly("before");
                assertThat(view(container).state()).isEqualTo(ConsumerState.DEGRADED);
                assertThat(corruptBatchesByJmx(topic)).isEqualTo(Map.of(topic.name() + "-0", 1L));
                assertThat(topic.members()).isEqualTo(members);
                assertThatThrownBy(() -> skip(container, topic, 0)).isInstanceOf(IllegalStateException.class);

                skip(container, topic, 1);

                await().atMost(SOON).until(() -> inbox.values(0).contains("after"));
                assertThat(inbox.values(0))
                        .startsWith("before")
                        .endsWith("after")
                        .doesNotContain("lost-0");
                await().atMost(SOON).until(() -> view(container).state() == ConsumerState.RUNNING);
                await().atMost(SOON).until(() -> topic.committed(0) == 5);
                assertThat(topic.members()).isEqualTo(members);
            }
        }
    }

    private static void skip(Container container, TestTopic topic, long offset) {
        container
                .adapter()
                .consumers()
                .skipCorruptBatch(view(container).id(), topic.name(), 0, offset, "the disk was bad");
    }

    private static boolean heldAt(Container container, long offset) {
        return view(container).assignment().stream()
                .filter(PartitionProgress::corrupt)
                .anyMatch(each -> each.partition() == 0 && each.position() == offset);
    }

    private static ConsumerView view(Container container) {
        return container.adapter().consumers().list().get(0);
    }

    /** As a table: its one row's key and value. */
    private static Map<Object, Object> corruptBatchesByJmx(TestTopic topic) throws JMException {
        ObjectName name = new ObjectName(
                "org.pizzaorders.kafka:type=Consumer,group=" + topic.group() + ",activation=" + topic.group());
        TabularData table =
                (TabularData) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "CorruptBatches");
        Map<Object, Object> batches = new HashMap<>();
        table.values()
                .forEach(row -> batches.put(((CompositeData) row).get("key"), ((CompositeData) row).get("value")));
        return batches;
    }

    /** Where the text stands first. */
    private void corrupt(String partition, String text) throws IOException {
        Path segment;
        try (var files = Files.walk(home)) {
            segment = files.filter(each -> each.getParent().endsWith(partition)
                            && each.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        int at = new String(bytes, ISO_8859_1).indexOf(text);
        bytes[at] ^= 1;
        Files.write(segment, bytes);
    }
}

package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.DyingProcess;
import org.pizzaorders.kafka.container.Keeper;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.local.TestServices;

class DeadLetterDeathIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path home;

    @Test
    void handsARecordOnAgainWhenTheProcessDiesBetweenThatCommitAndTheOffsets() throws Exception {
        String brokers = TestServices.kafka().bootstrapServers();
        TestTopic topic = TestTopic.create(brokers, 1);
        topic.publish(0, "guilty");

        DyingProcess.runOn(brokers, topic, home.resolve("output.txt"));

        assertThat(topic.committed(0)).isZero();
        Keeper survivor = new Keeper(batch -> {
            throw new IllegalArgumentException("planted");
        });
        try (Container container = new Container(brokers)) {
            container.deploy(survivor, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setInitialBackoff("PT0.05S");
                spec.setMaxAttempts(2);
                spec.setConsumerProperties("group.protocol=classic");
            });
            await().atMost(SOON).until(() -> topic.committed(0) == 1);
        }
        assertThat(survivor.deadLetters()).extracting(FailedRecord::attempts).containsExactly(2);
    }
}

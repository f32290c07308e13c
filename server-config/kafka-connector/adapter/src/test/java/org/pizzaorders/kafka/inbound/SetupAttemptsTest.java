package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.inbound.batch.DeliveryMeans;
import org.pizzaorders.kafka.inbound.batch.DeliverySlots;
import org.pizzaorders.kafka.inbound.batch.OutcomeHandler;
import org.pizzaorders.kafka.inbound.config.InboundSettings;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.kafka.inbound.config.ProtocolChoice;
import org.pizzaorders.kafka.inbound.session.ConsumerSession;
import org.pizzaorders.kafka.inbound.session.PauseSwitch;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/** Which failures of a consumer are in a row. */
class SetupAttemptsTest {

    private static final TopicPartition PARTITION = new TopicPartition("order-events", 0);

    private final AtomicInteger sessions = new AtomicInteger();
    private final ActivationCounters counters = new ActivationCounters(Clock.systemUTC());

    @Test
    void oneThatWasAMemberForLongEnoughCountsAnewThoughItHasNoPartitions() throws Exception {
        PollLoop loop = loop("PT0.02S", () -> failing(List.of(), Duration.ofMillis(200)));
        Thread thread = new Thread(loop);

        thread.start();

        await().until(() -> sessions.get() > 5);
        loop.stop();
        assertThat(loop.awaitEnd(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void oneThatFailsRightAfterItsAssignmentCountsOn() throws Exception {
        PollLoop loop = loop("PT0.2S", () -> failing(List.of(PARTITION), Duration.ZERO));

        new Thread(loop).start();

        assertThat(loop.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(sessions).hasValue(3);
    }

    private interface Consumers {
        MockConsumer<byte[], byte[]> next();
    }

    /** A member of its group from the first poll on. */
    private static MockConsumer<byte[], byte[]> failing(List<TopicPartition> assigned, Duration after) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(assigned);
            long at = System.nanoTime() + after.toNanos();
            consumer.schedulePollTask(() -> failLater(consumer, at));
        });
        return consumer;
    }

    private static void failLater(MockConsumer<byte[], byte[]> consumer, long at) {
        if (System.nanoTime() < at) {
            consumer.schedulePollTask(() -> failLater(consumer, at));
        } else {
            throw new KafkaException("planted");
        }
    }

    private PollLoop loop(String setupInterval, Consumers consumers) throws Exception {
        KafkaActivationSpec spec = new KafkaActivationSpec();
        spec.setTopics("order-events");
        spec.setGroupId("payments");
        spec.setSetupAttempts(3);
        spec.setSetupInterval(setupInterval);
        InboundSettings settings = spec.settings();
        DeliveryMeans means = new DeliveryMeans(
                null, null, new OutcomeHandler(settings.retries(), counters, Clock.systemUTC()), new DeliverySlots(-1));
        return new PollLoop("payments-1", settings, ProtocolChoice.of(Map.of(), settings), counters, () -> {
            sessions.incrementAndGet();
            return new ConsumerSession(
                    consumers.next(), GroupProtocol.CLASSIC, settings, means, new PauseSwitch(), counters);
        });
    }
}

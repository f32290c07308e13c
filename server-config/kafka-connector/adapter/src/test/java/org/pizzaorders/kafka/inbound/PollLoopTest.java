package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.kafka.inbound.config.ProtocolChoice;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

class PollLoopTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void givesUpAfterTheSetupAttempts() throws Exception {
        PollLoop loop = failingLoop(3);

        loop.run();

        assertThat(attempts).hasValue(3);
        assertThat(loop.awaitEnd(Duration.ZERO)).isTrue();
    }

    @Test
    void triesForEverByDefaultUntilItIsStopped() throws Exception {
        PollLoop loop = failingLoop(-1);
        Thread thread = new Thread(loop);
        thread.start();
        await().until(() -> attempts.get() > 5);

        loop.stop();
        loop.stop();

        assertThat(loop.awaitEnd(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void endsAtOnceAndNeverBeginsIfItIsStoppedWhileItWaitsForAThread() throws Exception {
        PollLoop loop = failingLoop(-1);

        loop.stop();

        assertThat(loop.awaitEnd(Duration.ZERO)).isTrue();
        assertThat(loop.condition()).isEqualTo(PollLoop.Condition.ENDED);
        loop.run();
        assertThat(attempts).hasValue(0);
    }

    @Test
    void triesAgainAfterAnErrorToo() throws Exception {
        PollLoop loop = failingLoop(3, new LinkageError("planted"));

        loop.run();

        assertThat(attempts).hasValue(3);
    }

    @Test
    void fallsBackOnceAndWaitsWhereTheBrokersLackBothProtocols() throws Exception {
        PollLoop loop = failingLoop(3, new UnsupportedVersionException("planted"));

        loop.run();

        assertThat(attempts).hasValue(4);
    }

    private PollLoop failingLoop(int setupAttempts) throws Exception {
        return failingLoop(setupAttempts, new KafkaException("planted"));
    }

    private PollLoop failingLoop(int setupAttempts, Throwable failure) throws Exception {
        KafkaActivationSpec spec = new KafkaActivationSpec();
        spec.setTopics("order-events");
        spec.setGroupId("payments");
        spec.setSetupAttempts(setupAttempts);
        spec.setSetupInterval("PT0.01S");
        ProtocolChoice protocol = ProtocolChoice.of(Map.of(), spec.settings());
        ActivationCounters counters = new ActivationCounters(Clock.systemUTC());
        return new PollLoop("payments-1", spec.settings(), protocol, counters, () -> {
            attempts.incrementAndGet();
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });
    }
}

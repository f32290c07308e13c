package org.pizzaorders.kafka.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.PartitionProgress;

class ConsumerDirectoryTest {

    private static final MBeanServer JMX_SERVER = ManagementFactory.getPlatformMBeanServer();

    private final ConsumerDirectory directory = new ConsumerDirectory();

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(names()).isEmpty();
    }

    @Test
    void showsFiguresAndOperationsOverJmx() throws Exception {
        Runnable removal = directory.add(new Fixed("payments"));
        ConsumerMXBean bean = JMX.newMXBeanProxy(
                JMX_SERVER,
                new ObjectName("org.pizzaorders.kafka:type=Consumer,group=payments,activation=payments"),
                ConsumerMXBean.class);

        assertThat(bean.getId()).isEqualTo("payments");
        assertThat(bean.getTopics()).containsExactly("order-events");
        assertThat(bean.getState()).isEqualTo("RUNNING");
        assertThat(bean.getPositions()).isEqualTo(Map.of("order-events-0", 5L, "order-events-1", -1L));
        assertThat(bean.getLags()).isEqualTo(Map.of("order-events-0", 7L, "order-events-1", -1L));
        assertThat(bean.getLag()).isEqualTo(7);
        assertThat(List.of(bean.getDelivered(), bean.getFailed(), bean.getRetried(), bean.getDeadLettered()))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(bean.getLastError()).isEqualTo("java.lang.Planted");
        assertThat(bean.getLastErrorAt()).isEqualTo("2030-01-02T03:04:05Z");
        bean.pause();
        assertThat(bean.isPaused()).isTrue();
        bean.resume();
        assertThat(bean.isPaused()).isFalse();
        bean.stop();
        assertThat(bean.getState()).isEqualTo("STOPPED");
        bean.start();
        assertThat(bean.getState()).isEqualTo("RUNNING");

        removal.run();
        removal.run();
    }

    @Test
    void numbersActivationsOfOneGroupAndKeepsDeploymentsApart() throws Exception {
        ConsumerDirectory other = new ConsumerDirectory();
        Runnable first = directory.add(new Fixed("payments"));
        Runnable second = directory.add(new Fixed("payments"));
        Runnable elsewhere = other.add(new Fixed("payments"));

        assertThat(directory.list()).extracting(ConsumerView::id).containsExactly("payments", "payments-2");
        assertThat(other.list()).extracting(ConsumerView::id).containsExactly("payments");
        assertThat(names()).containsExactly("payments", "payments-2", "payments.2");
        first.run();
        assertThat(names()).containsExactly("payments-2", "payments.2");
        second.run();
        elsewhere.run();
    }

    @Test
    void quotesGroupsOfUnusualNames() throws Exception {
        Runnable removal = directory.add(new Fixed("a,b=c:*"));

        assertThat(names()).containsExactly("\"a,b=c:\\*\"");
        removal.run();
    }

    private static Set<String> names() throws Exception {
        return JMX_SERVER.queryNames(new ObjectName("org.pizzaorders.kafka:type=Consumer,*"), null).stream()
                .map(name -> name.getKeyProperty("activation"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final class Fixed implements WatchedConsumer {

        private final String group;
        private boolean paused;
        private ConsumerState state = ConsumerState.RUNNING;

        private Fixed(String group) {
            this.group = group;
        }

        @Override
        public String groupId() {
            return group;
        }

        @Override
        public ConsumerView view(String id) {
            return new ConsumerView(
                    id,
                    group,
                    List.of("order-events"),
                    state,
                    paused,
                    List.of(
                            new PartitionProgress("order-events", 0, 5, 7, true),
                            new PartitionProgress("order-events", 1, -1, -1, false)),
                    1,
                    2,
                    3,
                    4,
                    "java.lang.Planted",
                    Instant.parse("2030-01-02T03:04:05Z"),
                    Instant.parse("2030-01-02T03:04:00Z"));
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }

        @Override
        public void seek(String topic, int partition, long offset, String reason) {}

        @Override
        public void seekToTime(String topic, Instant time, String reason) {}

        @Override
        public void skipCorruptBatch(String topic, int partition, long offset, String reason) {
            throw new IllegalStateException();
        }

        @Override
        public void stop() {
            state = ConsumerState.STOPPED;
        }

        @Override
        public void start() {
            state = ConsumerState.RUNNING;
        }
    }
}

package org.pizzaorders.kafka.inbound.session;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Detects that the group's coordinator is unreachable: the client then sends no heartbeats and shows that only in its
 * metrics. Only for the poll thread.
 */
final class HeartbeatWatch {

    /** Brokers allow at most 15 seconds between two heartbeats. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final String METRIC = "last-heartbeat-seconds-ago";

    private final Consumer<byte[], byte[]> consumer;
    private final long since = System.nanoTime();
    private Optional<Metric> last = Optional.empty();

    HeartbeatWatch(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    boolean isSilent() {
        if (last.isEmpty()) {
            last = find();
        }
        return last.map(Metric::metricValue)
                .filter(Number.class::isInstance)
                .map(seconds -> ago(((Number) seconds).doubleValue()) > SILENCE.toSeconds())
                .orElse(false);
    }

    /** A negative value means that there was none yet, because the broker went away before, or was never there. */
    private double ago(double seconds) {
        return seconds < 0 ? Duration.ofNanos(System.nanoTime() - since).toSeconds() : seconds;
    }

    private Optional<Metric> find() {
        return consumer.metrics().entrySet().stream()
                .filter(each -> each.getKey().name().equals(METRIC))
                .<Metric>map(each -> each.getValue())
                .findFirst();
    }
}

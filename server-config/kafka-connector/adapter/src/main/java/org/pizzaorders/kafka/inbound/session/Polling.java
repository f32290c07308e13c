package org.pizzaorders.kafka.inbound.session;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.GroupProtocol;

/**
 * Waits for records, until there is something else to do or the time is up. For the poll thread, but {@link #wakeup}.
 *
 * <p>The client of the new group protocol cannot wait while it has records of a paused partition at hand: it goes round
 * without a rest (KAFKA-21084). So it is only looked at then, now and again, and the wait is here. Its network runs on a
 * thread of its own meanwhile. That of the classic protocol waits well, and does its network in the poll.
 */
final class Polling {

    /** Between the first looks, and between all later ones: each costs as much as a third of a millisecond of CPU. */
    private static final Duration FIRST = Duration.ofMillis(5);

    private static final Duration LATER = Duration.ofMillis(50);

    private final Consumer<byte[], byte[]> consumer;
    private final boolean mayGoRound;
    private final Semaphore reasons = new Semaphore(0);
    private volatile boolean inClient;

    /** Until the next look; the poll thread's own. */
    private Duration rest = FIRST;

    Polling(Consumer<byte[], byte[]> consumer, GroupProtocol protocol) {
        this.consumer = consumer;
        this.mayGoRound = protocol == GroupProtocol.CONSUMER;
    }

    /** Any thread: there is something to look at. Ends the poll that is going on, or else the next one. */
    void wakeup() {
        reasons.release();
        if (inClient) {
            consumer.wakeup();
        }
    }

    /** The poll thread looks at all there is from here on. */
    void lookingUp() {
        reasons.drainPermits();
    }

    /**
     * @return maybe empty before the time is up
     * @throws org.apache.kafka.common.errors.WakeupException if there is something else to do
     */
    ConsumerRecords<byte[], byte[]> poll(Duration most) {
        if (!mayGoRound || consumer.paused().isEmpty()) {
            return inClient(most);
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ZERO);
        boolean woken = !records.isEmpty() || isWokenWithin(min(most, rest));
        rest = woken ? FIRST : min(rest.multipliedBy(2), LATER);
        return records;
    }

    private ConsumerRecords<byte[], byte[]> inClient(Duration most) {
        inClient = true;
        try {
            return consumer.poll(reasons.availablePermits() > 0 ? Duration.ZERO : most);
        } finally {
            inClient = false;
        }
    }

    private boolean isWokenWithin(Duration most) {
        try {
            return reasons.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // The client throws at its next poll.
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

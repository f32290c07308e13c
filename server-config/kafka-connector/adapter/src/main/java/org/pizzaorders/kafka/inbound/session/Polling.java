package org.pizzaorders.kafka.inbound.session;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.GroupProtocol;

/**
 * Waits for records, until there is other work or the time is over. Only for the poll thread, except {@link #wakeup}.
 *
 * <p>The client of the new group protocol cannot wait while it has buffered records of a paused partition: it loops
 * without a pause (KAFKA-21084). In that case this class waits itself and polls the client only from time to time. The
 * client's network runs on its own thread meanwhile. The client of the classic protocol waits correctly and does its
 * network work in the poll.
 */
final class Polling {

    /**
     * The interval between the first polls, and the longest one: each poll costs up to a third of a millisecond of CPU.
     */
    private static final Duration FIRST = Duration.ofMillis(5);

    private static final Duration LATER = Duration.ofMillis(50);

    private final Consumer<byte[], byte[]> consumer;
    private final boolean mayGoRound;
    private final Semaphore reasons = new Semaphore(0);
    private volatile boolean inClient;

    /** The time until the next poll; used only by the poll thread. */
    private Duration rest = FIRST;

    Polling(Consumer<byte[], byte[]> consumer, GroupProtocol protocol) {
        this.consumer = consumer;
        this.mayGoRound = protocol == GroupProtocol.CONSUMER;
    }

    /** Any thread: there is other work. Ends the current poll, or else the next one. */
    void wakeup() {
        reasons.release();
        if (inClient) {
            consumer.wakeup();
        }
    }

    /** From here on the poll thread looks at all work. */
    void lookingUp() {
        reasons.drainPermits();
    }

    /**
     * @return may be empty before the time is over
     * @throws org.apache.kafka.common.errors.WakeupException if there is other work
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

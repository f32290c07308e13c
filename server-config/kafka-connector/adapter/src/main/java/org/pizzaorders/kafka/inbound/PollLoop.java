package org.pizzaorders.kafka.inbound;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.resource.spi.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.PartitionProgress;
import org.pizzaorders.kafka.client.AdapterClassLoader;
import org.pizzaorders.kafka.client.ClientFailure;
import org.pizzaorders.kafka.inbound.batch.ThreadWait;
import org.pizzaorders.kafka.inbound.config.InboundSettings;
import org.pizzaorders.kafka.inbound.config.ProtocolChoice;
import org.pizzaorders.kafka.inbound.session.ConsumerSession;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * One consumer during the life of the activation. It makes a {@link ConsumerSession} and polls. If the session cannot
 * go on (refused credentials, no authorization, an unusable configuration), it makes another one after {@code
 * setupInterval}. An unreachable broker does not end a session, because the client itself waits for it. Any thread may
 * call {@link #stop} and {@link #awaitEnd}; the rest runs on the thread of the work.
 */
final class PollLoop implements Work {

    private static final System.Logger LOG = System.getLogger(PollLoop.class.getName());

    private final String name;
    private final InboundSettings settings;
    private final Supplier<ConsumerSession> sessions;
    private final StopSignal stop = new StopSignal();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ProtocolChoice protocol;
    private final ActivationCounters counters;
    private final ThreadWait wait = new ThreadWait();
    private volatile ConsumerSession current;
    private volatile Condition condition = Condition.STARTING;

    /** The condition of the consumer, for operators. */
    enum Condition {
        STARTING,
        MEMBER,
        FAILING,
        ENDED
    }

    /** Consecutive failures; used only by the poll thread. */
    private int failures;

    /** Used only by the poll thread. */
    private boolean fellBack;

    /**
     * @param sessions makes an unsubscribed consumer with the current group protocol
     */
    PollLoop(
            String name,
            InboundSettings settings,
            ProtocolChoice protocol,
            ActivationCounters counters,
            Supplier<ConsumerSession> sessions) {
        this.protocol = protocol;
        this.counters = counters;
        this.name = name;
        this.settings = settings;
        this.sessions = sessions;
    }

    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        Duration waited = wait.end();
        if (waited.compareTo(ThreadWait.LONG) > 0) {
            LOG.log(WARNING, "Consumer {0} has waited {1} for a thread of the server", name, waited);
        }
        try {
            AdapterClassLoader.run(this::setUpUntilStopped);
        } finally {
            end();
        }
    }

    private void end() {
        condition = Condition.ENDED;
        ended.countDown();
    }

    private void setUpUntilStopped() {
        while (!stop.isRequested()) {
            try (ConsumerSession session = sessions.get()) {
                pollUntilStopped(session);
            } catch (RuntimeException | Error e) {
                failed(e);
            } finally {
                current = null;
            }
        }
        LOG.log(INFO, "Consumer {0} has stopped", name);
    }

    private void pollUntilStopped(ConsumerSession session) {
        current = session;
        session.subscribe();
        OptionalLong memberSince = OptionalLong.empty();
        while (!stop.isRequested()) {
            session.pollOnce();
            if (session.isMember()) {
                memberSince = OptionalLong.of(memberSince.orElseGet(System::nanoTime));
                failures = isSetUp(memberSince.getAsLong()) ? 0 : failures;
                condition = failures == 0 ? Condition.MEMBER : Condition.FAILING;
            }
        }
    }

    /**
     * Also without partitions, because by then wrong credentials or topics would have made it fail. A broker may let a
     * consumer join and then refuse what it fetches, so after a failure it is not well before that time is over.
     */
    private boolean isSetUp(long memberSince) {
        return System.nanoTime() - memberSince >= settings.setupInterval().toNanos();
    }

    /**
     * Errors count too, because a lack of memory or threads may pass. Otherwise the group would lose its member for
     * good.
     */
    private void failed(Throwable failure) {
        if (!fellBack && protocol.fallsBackAfter(failure)) {
            fellBack = true;
            LOG.log(INFO, "Consumer {0} uses the classic group protocol, as the brokers lack the new one", name);
            return;
        }
        failures++;
        condition = Condition.FAILING;
        String described = ClientFailure.ofConsumer(failure, settings.topics().shown());
        counters.sessionFailed(described);
        if (stop.isRequested()) {
            LOG.log(INFO, "Consumer {0} failed while stopping: {1}", name, described);
        } else if (settings.mayTryAgain(failures)) {
            logAndWait(described);
        } else {
            LOG.log(ERROR, "Consumer {0} failed, attempt {1}, gives up: {2}", name, failures, described);
            stop.request();
        }
    }

    private void logAndWait(String described) {
        LOG.log(
                WARNING,
                "Consumer {0} failed, attempt {1}, next in {2}: {3}",
                name,
                failures,
                settings.setupInterval(),
                described);
        stop.await(settings.setupInterval());
    }

    /** Asks for the end and returns at once. Any number of times. A loop that got no thread yet ends here. */
    void stop() {
        stop.request();
        if (begun.compareAndSet(false, true)) {
            wait.end();
            end();
        }
        wakeup();
    }

    /** Wakes the poll thread, so that it sees changes at once. */
    void wakeup() {
        ConsumerSession session = current;
        if (session != null) {
            session.wakeup();
        }
    }

    /** For any thread. */
    Condition condition() {
        return condition;
    }

    /** For any thread. */
    List<PartitionProgress> progress() {
        ConsumerSession session = current;
        return session == null ? List.of() : session.progress();
    }

    /** For any thread. @return whether this consumer holds the partition at a corrupt batch there */
    boolean skipCorruptBatch(TopicPartition partition, long offset) {
        ConsumerSession session = current;
        return session != null && session.skipCorruptBatch(partition, offset);
    }

    /** For any thread. @return whether this consumer holds the partition */
    boolean seek(TopicPartition partition, long offset) {
        ConsumerSession session = current;
        return session != null && session.seek(partition, offset);
    }

    /** For any thread. @return whether this consumer holds any of the topic */
    boolean seek(String topic, Instant time) {
        ConsumerSession session = current;
        return session != null && session.seek(topic, time);
    }

    /** For any thread: the container has accepted the work but gives it no thread. */
    boolean isStarved() {
        return wait.isLong();
    }

    /** For any thread: no broker answers. */
    boolean isCutOff() {
        ConsumerSession session = current;
        return session != null && session.isCutOff();
    }

    /** For any thread: paused, and no delivery is running. */
    boolean isStill() {
        ConsumerSession session = current;
        return session == null || session.isStill();
    }

    /** For any thread. */
    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /**
     * @return false if the loop has not ended in time
     */
    boolean awaitEnd(Duration timeout) {
        try {
            return ended.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The container asks for the end. */
    @Override
    public void release() {
        stop();
    }
}

package org.pizzaorders.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.pizzaorders.messaging.PublishResult.NotPublished;
import org.pizzaorders.messaging.PublishResult.Published;

/**
 * Takes events from the outbox to their topic. One relay at a time works an outbox: it holds an advisory lock on the
 * very connection that reads and acknowledges, so losing the one is losing the other; relays of other instances find
 * the lock taken and leave it at that.
 *
 * <p>Dying after the broker's acknowledgement and before the row is done means that the event goes out again, under the
 * same id: consumers have an inbox for that.
 */
final class OutboxRelay implements DueWork<OutgoingEvent> {

    private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());
    private static final RetrySchedule SCHEDULE = new RetrySchedule(Duration.ofSeconds(1), Duration.ofMinutes(5), 2);

    private final OutboxTable table;
    private final DataSource dataSource;
    private final EventPublisher publisher;

    /** Null while this is not the relay. Outside any transaction, each statement commits by itself. */
    private Connection connection;

    OutboxRelay(OutboxTable table, DataSource dataSource, EventPublisher publisher) {
        this.table = table;
        this.dataSource = dataSource;
        this.publisher = publisher;
    }

    @Override
    public List<OutgoingEvent> claim(int limit) {
        try {
            return isTheRelay() ? table.due(connection, limit) : List.of();
        } catch (SQLException e) {
            throw new MessagingStorageException("read the outbox", e);
        }
    }

    private boolean isTheRelay() throws SQLException {
        if (connection != null) {
            return true;
        }
        var candidate = dataSource.getConnection();
        try {
            if (table.lock(candidate)) {
                connection = candidate;
                return true;
            }
            return false;
        } finally {
            if (connection != candidate) {
                candidate.close();
            }
        }
    }

    @Override
    public void attempt(List<OutgoingEvent> claimed) {
        for (var wave : Waves.of(claimed)) {
            if (!publish(wave)) {
                return;
            }
        }
    }

    /** True if all went out. If not, later waves wait: they may hold later events of the same aggregates. */
    private boolean publish(List<OutgoingEvent> wave) {
        var results = publisher.publish(wave);
        var done = new ArrayList<OutgoingEvent>(wave.size());
        var failed = new ArrayList<Failure>();
        for (var i = 0; i < wave.size(); i++) {
            if (results.get(i) instanceof NotPublished reason) {
                failed.add(new Failure(wave.get(i), reason));
            } else if (results.get(i) instanceof Published) {
                done.add(wave.get(i));
            }
        }
        try {
            if (!done.isEmpty()) {
                table.published(connection, done);
            }
            if (done.isEmpty() && failed.stream().allMatch(failure -> failure.result.retriable())) {
                throw new BrokerUnreachable(failed.get(0).result.reason());
            }
            for (var failure : failed) {
                holdBack(failure);
            }
        } catch (SQLException e) {
            throw new MessagingStorageException("acknowledge published events", e);
        }
        return failed.isEmpty();
    }

    private void holdBack(Failure failure) throws SQLException {
        var delay = SCHEDULE.delay(failure.event.attempts() + 1, RandomGenerator.getDefault());
        LOG.log(
                Level.WARNING,
                "Event {0} of {1} was not published, next attempt in {2}: {3}",
                failure.event.id(),
                failure.event.aggregateId(),
                delay,
                failure.result.reason());
        table.heldBack(connection, failure.event, failure.result.reason(), delay);
    }

    /** Gives the lock to whoever comes first, and the connection back to its pool. */
    @Override
    public void rest() {
        if (connection == null) {
            return;
        }
        try (var closing = connection) {
            table.unlock(closing);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The connection of the relay was lost, and its lock with it", e);
        } finally {
            connection = null;
        }
    }

    private record Failure(OutgoingEvent event, NotPublished result) {}

    /** No event went out, and each might later: nobody's fault but the way's. */
    private static final class BrokerUnreachable extends RuntimeException {
        BrokerUnreachable(String reason) {
            super(reason);
        }
    }
}

package org.pizzaorders.messaging.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueWork;

/**
 * Takes events from the outbox to their topic. One relay at a time works an outbox, and stays it for as long as it works
 * and lives: relays of other instances stand by, try for its lock with each tick, and pass on what wakes them.
 *
 * <p>Dying after the broker's acknowledgement and before the row is settled means that the event goes out again, under
 * the same id: consumers have an inbox for that.
 */
public final class OutboxRelay implements DueWork<OutgoingEvent> {

    private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());
    private static final Duration PATIENCE_AT_REST = Duration.ofSeconds(5);

    private final Service service;
    private final OutboxTable table;
    private final DataSource dataSource;
    private final EventPublisher publisher;
    private final UnsendableEvents unsendable;
    private final WakeUps wakeUps;
    private final AtomicBoolean news = new AtomicBoolean();

    /** Both null while this is not the relay; touched by the worker's rounds, of which there is one at a time. */
    private RelaySession session;

    private volatile RelayFlow flow;

    private volatile boolean stopping;

    /**
     * @param dataSource of connections outside of any transaction
     * @param keepsPublished whether published rows stay, for a retention to purge them
     * @param wake has a round done soon, on a thread of the executor
     */
    public OutboxRelay(
            Service service,
            DataSource dataSource,
            EventPublisher publisher,
            UnsendableEvents unsendable,
            boolean keepsPublished,
            Executor executor,
            Runnable wake) {
        this(
                service,
                new OutboxTable(service, keepsPublished),
                dataSource,
                publisher,
                unsendable,
                new WakeUps(service, dataSource, executor, wake));
    }

    OutboxRelay(
            Service service,
            OutboxTable table,
            DataSource dataSource,
            EventPublisher publisher,
            UnsendableEvents unsendable,
            WakeUps wakeUps) {
        this.service = service;
        this.table = table;
        this.dataSource = dataSource;
        this.publisher = publisher;
        this.unsendable = unsendable;
        this.wakeUps = wakeUps;
    }

    /** Any thread: this instance has committed events. To be followed by waking the worker. */
    public void hasNews() {
        news.set(true);
    }

    /** Any thread. */
    public boolean isRelaying() {
        return flow != null;
    }

    @Override
    public void woken() {
        var current = flow;
        if (current != null) {
            current.nudge();
        }
    }

    @Override
    public void stopping() {
        stopping = true;
        var current = flow;
        if (current != null) {
            current.stop();
        }
        wakeUps.stop();
    }

    @Override
    public List<OutgoingEvent> claim(int limit) {
        if (stopping) {
            return List.of();
        }
        try {
            if (flow != null && session.isStale()) {
                rest();
            }
            if (flow == null && !takeOver(limit)) {
                if (news.getAndSet(false)) {
                    wakeUps.passOn();
                }
                return List.of();
            }
            news.set(false);
            wakeUps.listen();
            return flow.next();
        } catch (SQLException e) {
            throw new StorageException("relay the outbox", e);
        }
    }

    private boolean takeOver(int page) throws SQLException {
        session = RelaySession.open(dataSource, lock(service)).orElse(null);
        if (session == null) {
            return false;
        }
        flow = new RelayFlow(session, table, unsendable, page);
        LOG.log(Level.DEBUG, "This instance is the relay of {0} now", service);
        return true;
    }

    /** Advisory locks are counted by number, for the whole database. */
    static long lock(Service service) {
        return service.table("outbox_events").hashCode();
    }

    @Override
    public void attempt(List<OutgoingEvent> claimed) {
        flow.send(claimed, publisher);
    }

    @Override
    public void rest() {
        if (flow == null) {
            return;
        }
        wakeUps.listenNoMore();
        try {
            flow.drain(PATIENCE_AT_REST);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "Events that were on their way will be sent again", e);
        } finally {
            flow = null;
            session.close();
            session = null;
        }
    }
}
